import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { globalId, refusal, write } from '../../../test/harness/writes.js'
import { empty, QUAY, SAIL, story } from '../../../test/worlds/stories.js'
import { newId } from '../../database/id.js'

const url = 'https://gazette.example/ferry'

describeServiceOnBoth('an edit of an article', (service, database) => {
  let id: string
  let uuid: string
  beforeEach(async () => {
    await empty(database)
    uuid = (await ingestText(database, story(`${SAIL}\n\n${QUAY}`, { url }))).articleId
    id = globalId('Article', uuid)
  })

  const update = (patch: object, expectedVersion = 1) =>
    write(service, 'articleUpdate', { id, expectedVersion, patch })
  const refused = async (patch: object, expectedVersion = 1) =>
    refusal(service, 'articleUpdate', { id, expectedVersion, patch })

  it('changes the fields that it names, and a later ingest keeps the changes', async () => {
    const mara = await database.prisma.speaker.findFirstOrThrow({ where: { name: 'Mara Lindt' } })
    const topic = newId()
    await database.prisma.topic.create({ data: { id: topic, slug: 'x', name: 'Sea', nameFolded: 'sea' } })
    const patch = {
      title: 'The ferry  sails',
      url: 'https://www.courier.example/ferry?utm_source=x',
      language: 'en-gb',
      publishedAt: { edtf: '2026-03', basis: 'EXTERNAL' },
      topicIds: [globalId('Topic', topic)],
      bylines: [{ asWritten: 'By Mara Lindt', speakerId: globalId('Speaker', mara.id) }],
    }
    expect(await update(patch)).toMatchObject({
      status: 'UPDATED',
      article: {
        title: 'The ferry sails',
        canonicalUrl: 'https://courier.example/ferry',
        site: { domain: 'courier.example' },
        language: 'en-GB',
        publishedAt: { edtf: '2026-03', precision: 'MONTH', basis: 'EXTERNAL' },
        bylines: [{ asWritten: 'By Mara Lindt', speaker: { id: globalId('Speaker', mara.id) } }],
        version: 2,
      },
    })
    const [revision] = await database.prisma.revision.findMany({ where: { entityId: uuid, version: 2 } })
    expect(revision).toMatchObject({ action: 'UPDATED', actor: 'local' })
    expect(revision?.changes).toContainEqual({
      field: 'title',
      before: 'Ferry to sail',
      after: 'The ferry sails',
    })
    expect(await update(patch, 2)).toMatchObject({ status: 'UNCHANGED', article: { version: 2 } })
    const again = await ingestText(database, story(`${SAIL}\n\n${QUAY}`, { title: 'Ferry sinks' }))
    expect(again).toMatchObject({ status: 'unchanged', title: 'The ferry sails' })
    expect(
      await update({ publishedAt: null, language: null, bylines: null, topicIds: null, url: null }, 2),
    ).toMatchObject({
      article: { publishedAt: { edtf: null }, language: null, bylines: [], url: null, canonicalUrl: null },
    })
  })

  it('is refused with the name of the wrong field', async () => {
    await ingestText(database, story('“No,” said Josefa Quill.', { url: 'https://gazette.example/other' }))
    expect([
      await refused({ title: null }),
      await refused({ title: ' ' }),
      await refused({ url: 'https://gazette.example/other#top' }),
      await refused({ publishedAt: { edtf: '0000' } }),
      await refused({ bylines: [{ asWritten: ' ' }] }),
      await refused({ topicIds: [id] }),
      await refused({}, 3),
    ]).toEqual([
      'ValidationError: input.patch.title is null: leave it out to keep it, or pass a value',
      'ValidationError: input.patch.title is empty: pass a name',
      'ValidationError: input.patch.url is the address of another article: correct one of them',
      expect.stringMatching(/^ValidationError: input.patch.publishedAt.edtf is "0000", but must be a year/),
      'ValidationError: input.patch.bylines[0].asWritten is empty: pass the author as printed',
      'ValidationError: input.patch.topicIds[0] is the id of an Article: pass the id of a Topic',
      expect.stringMatching(/^ConflictError: input.expectedVersion is 3, but the version is 1 now/),
    ])
    const article = await database.prisma.article.findUniqueOrThrow({ where: { id: uuid } })
    expect(article).toMatchObject({ version: 1, title: 'Ferry to sail' })
  })

  it('puts the article into the bin with its statements, and restores only the statements that went there with it', async () => {
    const { prisma } = database
    const [first] = await prisma.statement.findMany({ orderBy: { position: 'asc' } })
    await write(service, 'statementDelete', {
      id: globalId('Statement', first?.id as string),
      expectedVersion: 1,
    })
    const deletion = await service.sqlOf(() => write(service, 'articleDelete', { id, expectedVersion: 1 }))
    expect(deletion.length).toBeLessThanOrEqual(13)
    expect(await prisma.statement.count({ where: { deletedAt: null } })).toBe(0)
    expect(await refused({ title: 'x' }, 2)).toBe(
      'ValidationError: input.id is of an Article in the bin: restore it first',
    )
    await expect(ingestText(database, story(SAIL, { url }))).rejects.toThrow('its article is in the bin')
    expect(await refusal(service, 'articleReextract', { id })).toMatch(/in the bin/)
    expect(await write(service, 'articleRestore', { id })).toMatchObject({
      status: 'UPDATED',
      article: { version: 3 },
    })
    expect(await write(service, 'articleRestore', { id })).toMatchObject({ status: 'UNCHANGED' })
    const hidden = await prisma.statement.findMany({ where: { deletedAt: { not: null } } })
    expect(hidden.map((statement) => statement.id)).toEqual([first?.id])
    const log = await prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    expect(log.map(({ kind, type }) => `${kind} ${type}`).slice(-4)).toEqual([
      'DELETED ARTICLE',
      'DELETED STATEMENT',
      'RESTORED ARTICLE',
      'RESTORED STATEMENT',
    ])
  })
})
