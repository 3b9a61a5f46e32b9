import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { TEST_KEY } from '../../../test/harness/service.js'
import { createReports, FULL, globalIds, NOON, REPAIR, TEN } from '../../../test/worlds/reports.js'
import { empty } from '../../../test/worlds/stories.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { linkReports } from './link-reports.js'

/** Nine words, different for each number. */
const nonsense = (number: number) =>
  Array.from({ length: 9 }, (_, index) =>
    createHash('md5')
      .update(`${number} ${index}`)
      .digest('hex')
      .replace(/\d/g, '')
      .padEnd(4, 'x')
      .slice(0, 8),
  ).join(' ')

describeServiceOnBoth('linkReports', (service, database) => {
  const reports = createReports(database, service)
  beforeEach(() => empty(database))

  it('joins reports of one utterance, lists the differences, and takes the fullest as the canonical text', async () => {
    const noon = await reports.takeOne(NOON)
    expect(await reports.utterances()).toEqual([])
    const ten = await reports.takeOne(TEN)
    const [link] = await reports.linksOf(noon)
    expect(link).not.toBeNull()
    expect(await reports.linksOf(ten)).toEqual([link])
    expect(await reports.ask(ten)).toMatchObject({
      utterance: { version: 1, canonicalText: 'We will not sail again on Monday at noon with 83 boats,' },
      differences: [],
    })
    expect((await reports.ask(noon)).differences).toEqual([
      { words: '', canonical: 'not' },
      { words: '38', canonical: '83' },
    ])
    const before = await database.prisma.change.count()
    const full = await reports.takeOne(FULL)
    const { utterance, differences } = await reports.ask(noon)
    expect(differences).toEqual([
      { words: '', canonical: 'whatever the weather and whatever the board says' },
    ])
    expect(utterance).toMatchObject({
      canonicalText: expect.stringMatching(/^We will sail .* the board says,$/),
      statements: { totalCount: { value: 3 } },
    })
    const [last, first] = utterance.revisions.nodes
    expect([first, last]).toEqual([
      { action: 'CREATED', version: 1, changes: [] },
      {
        ...{ action: 'UPDATED', version: 2 },
        changes: [
          {
            field: 'statementIds',
            before: JSON.stringify(globalIds([noon, ten])),
            after: JSON.stringify(globalIds([noon, ten, full])),
          },
        ],
      },
    ])
    const log = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' }, skip: before })
    const said = log.map(({ type, entityId, kind }) => [type, entityId, kind])
    expect(said).toContainEqual(['UTTERANCE', link, 'UPDATED'])
    expect(said.filter(([, id]) => id === full)).toEqual([['STATEMENT', full, 'CREATED']])
  })

  it('logs an update of the statement that a second article joins', async () => {
    const noon = await reports.takeOne(NOON)
    const before = await database.prisma.change.count()
    await reports.takeOne(NOON.replace('noon', 'ten'))
    const log = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' }, skip: before })
    expect(log.filter(({ entityId }) => entityId === noon).map(({ kind }) => kind)).toEqual(['UPDATED'])
  })

  it('joins a partial quotation, and not an indirect report', async () => {
    const [noon, part, retold] = [
      await reports.takeOne(NOON),
      await reports.takeOne(
        'Mara Lindt, the harbour master, said the crews would “sail again on Monday at noon with 38 boats”.',
      ),
      await reports.takeOne(
        'Mara Lindt, the harbour master, said that they will sail again on Monday at noon with 38 boats.',
      ),
    ]
    const [link, ...others] = await reports.linksOf(noon, part, retold)
    expect(link).not.toBeNull()
    expect(others).toEqual([link, null])
    expect((await reports.ask(part)).differences).toEqual([{ words: '', canonical: 'We will' }])
  })

  it.each([
    ['short', '“We will sail at noon,” said Mara Lindt.', '“We will sail at noon,” said Mara Lindt.'],
    ['of others', NOON, NOON.replace('Mara Lindt', 'Ottilie Brandreth')],
    ['in other words', NOON, REPAIR.replace('Anselm Okafor', 'Mara Lindt, the harbour master')],
    [
      'of nobody',
      NOON.replace('Mara Lindt, the harbour master', 'an official'),
      NOON.replace('Mara Lindt, the harbour master', 'an official'),
    ],
  ])('does not join statements that are %s', async (_what, one, other) => {
    await reports.take(one)
    await reports.take(other)
    expect(await reports.utterances()).toEqual([])
  })

  it('does not join statements of one article', async () => {
    await reports.take(NOON, 'Nobody was on the quay.', NOON)
    expect(await reports.utterances()).toEqual([])
  })

  it('finds reports of a merged speaker with those of the speaker that it was merged into', async () => {
    const noon = await reports.takeOne(NOON)
    const other = await reports.takeOne(NOON.replace('Mara Lindt', 'Mara Elin Lindt'))
    expect(await reports.utterances()).toEqual([])
    const [keep, absorbed] = await Promise.all(
      ['Mara Lindt', 'Mara Elin Lindt'].map((name) =>
        database.prisma.speaker.findFirstOrThrow({ where: { name } }),
      ),
    )
    const query = `mutation ($input: SpeakerMergeInput!) { speakerMerge(input: $input) { __typename } }`
    const input = {
      keepId: encodeGlobalId('Speaker', keep?.id ?? ''),
      keepVersion: keep?.version,
      absorbIds: [encodeGlobalId('Speaker', absorbed?.id ?? '')],
    }
    const { speakerMerge } = await service.data(query, { input }, TEST_KEY)
    expect(speakerMerge.__typename).toBe('SpeakerSuccess')
    const third = await reports.takeOne(NOON.replace('Mara Lindt', 'Mara Elin Lindt'))
    const [link, ...others] = await reports.linksOf(third, noon, other)
    expect(link).not.toBeNull()
    expect(others).toEqual([link, link])
  })

  it('ignores statements that are rejected, in the bin, or of an article in the bin', async () => {
    const { prisma } = database
    const gone = { deletedAt: new Date() }
    for (const hide of [
      (id: string) => prisma.statement.update({ where: { id }, data: { reviewStatus: 'REJECTED' } }),
      (id: string) => prisma.statement.update({ where: { id }, data: gone }),
      (id: string) => prisma.article.updateMany({ where: { statements: { some: { id } } }, data: gone }),
    ]) {
      await hide(await reports.takeOne(NOON))
    }
    await reports.takeOne(NOON)
    expect(await reports.utterances()).toEqual([])
  })

  it('takes as many SQL statements for many reports as for few', async () => {
    const { prisma } = database
    const sqlOf = async (count: number) => {
      const said = Array.from({ length: count }, (_, index) => `“We ${nonsense(index)},” said Mara Lindt.`)
      await reports.take(...said)
      const ids = await reports.take(...said)
      expect(ids).toHaveLength(count)
      // One utterance stays stored; the reports of all others are single reports again.
      const [known, ...rest] = await reports.utterances()
      await prisma.utterance.deleteMany({ where: { id: { not: known?.id ?? '' } } })
      await prisma.statement.updateMany({ where: { id: { in: ids } }, data: { utteranceId: null } })
      const { articleId } = await prisma.statement.findFirstOrThrow({ where: { id: { in: ids } } })
      const sql = await service.sqlOf(() => prisma.$transaction((tx) => linkReports(tx, articleId, 'en')))
      expect(await reports.utterances()).toHaveLength(1 + rest.length)
      await empty(database)
      return sql.length
    }
    expect([await sqlOf(2), await sqlOf(40)]).toEqual([8, 8])
  })

  it('creates one utterance when several articles come at once', async () => {
    const ids = (await Promise.all(Array.from({ length: 6 }, () => reports.take(NOON, REPAIR)))).flat()
    expect(ids).toHaveLength(12)
    expect((await reports.utterances()).map(({ statements }) => statements.length)).toEqual([6, 6])
    const versions = await database.prisma.revision.findMany({
      where: { type: 'UTTERANCE' },
      orderBy: [{ entityId: 'asc' }, { version: 'asc' }],
      select: { version: true },
    })
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
  })
})
