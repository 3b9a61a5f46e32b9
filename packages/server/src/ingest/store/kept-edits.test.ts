import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { globalId, write } from '../../../test/harness/writes.js'
import { createEditor } from '../../../test/worlds/editor.js'
import { empty, QUAY, SAIL, story } from '../../../test/worlds/stories.js'

const STRIKE = '“The strike is on,” Josefa Quill said on Tuesday.'
const CITING = '“It rests on Resolution 41/7,” said Mara Lindt.'

describeServiceOnBoth('ingest of an edited article with another text', (service, database) => {
  const editor = createEditor(service)
  beforeEach(() => empty(database))

  const take = async (...paragraphs: string[]) => {
    const particulars = { id: '17', url: 'https://gazette.example/ferry', published: '2026-03-04' }
    const { articleId } = await ingestText(database, story(paragraphs.join('\n\n'), particulars))
    return globalId('Article', articleId)
  }

  it("keeps the article's edited fields, and uses them for new statements", async () => {
    const id = await take(SAIL)
    const patch = {
      url: 'https://courier.example/ferry',
      language: 'en-GB',
      publishedAt: { edtf: '2026-03-11' },
    }
    await write(service, 'articleUpdate', { id, expectedVersion: 1, patch })
    expect(await take(STRIKE)).toBe(id)
    expect(await database.prisma.article.findFirstOrThrow({ include: { site: true } })).toMatchObject({
      ...{ url: patch.url, language: 'en-GB', publishedEdtf: '2026-03-11' },
      site: { domain: 'courier.example' },
    })
    expect(await database.prisma.statement.findMany({ where: { deletedAt: null } })).toMatchObject([
      { text: '“We sail at noon,”' },
      { text: '“The strike is on,”', saidEdtf: '2026-03-10', language: 'en-GB' },
    ])
  })

  it('keeps topics that a person has set, whatever topics the text and its statements have', async () => {
    const id = await take(SAIL)
    const [sea, taxes] = [
      await editor.make('topicUpsert', { name: 'The sea' }),
      await editor.make('topicUpsert', { name: 'Local taxes' }),
    ]
    const topics = async () =>
      (await database.prisma.articleTopic.findMany()).map(({ topicId }) => globalId('Topic', topicId))
    await editor.change(id, SAIL.slice(1, 10), { topicIds: [taxes] })
    expect(await topics()).toContain(taxes)
    await editor.save('articleUpdate', { id, expectedVersion: 1, patch: { topicIds: [sea] } })
    await take(
      SAIL,
      'The union calls for a strike. The strike may last; the strikers, on strike since Monday, picket.',
    )
    await editor.change(id, SAIL.slice(1, 10), { topicIds: [] })
    await editor.change(id, SAIL.slice(1, 10), { topicIds: [taxes] })
    expect(await topics()).toEqual([sea])
  })

  it('moves the reference to a cited document to its new place, or clears the place', async () => {
    const id = await take(QUAY, CITING)
    const documentId = await editor.make('documentUpsert', { title: 'Resolution on shared stocks' })
    const { content } = await database.prisma.articleText.findFirstOrThrow()
    const asWritten = 'Resolution 41/7'
    const start = content.indexOf(asWritten)
    const references = [{ documentId, asWritten, start, end: start + asWritten.length }]
    await editor.change(id, 'It rests on', { references })
    const places = () => database.prisma.reference.findMany({ select: { start: true, end: true } })

    await take(CITING, QUAY)
    const moved = (
      await database.prisma.articleText.findFirstOrThrow({ where: { currentOf: { isNot: null } } })
    ).content.indexOf(asWritten)
    expect(moved).toBeLessThan(start)
    expect(await places()).toEqual([{ start: moved, end: moved + asWritten.length }])
    // A revert to an earlier version also finds the place in the new text.
    const statement = await editor.change(id, 'It rests on', { references: [] })
    const toVersion = 2
    const { version } = await database.prisma.statement.findFirstOrThrow({
      where: { editedAt: { not: null } },
    })
    expect(
      await write(service, 'statementRevert', { id: statement, expectedVersion: version, toVersion }),
    ).toMatchObject({ status: 'UPDATED' })
    expect(await places()).toEqual([{ start: moved, end: moved + asWritten.length }])

    await take(QUAY)
    expect(await places()).toEqual([{ start: null, end: null }])
  })
})
