import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../database/database.js'
import { encodeGlobalId } from '../schema/global-id.js'
import { describeOnBoth } from '../testing/databases.js'
import { createService, ingestText, type Service, TEST_KEY } from '../testing/service.js'
import { empty, statementsOf, story } from '../testing/stories.js'
import { write } from '../testing/writes.js'
import { linkReports } from './link-reports.js'

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Any = any

const NOON = '“We will sail again on Monday at noon with 38 boats,” said Mara Lindt, the harbour master.'
const TEN = '“We will not sail again on Monday at noon with 83 boats,” said Mara Lindt, the harbour master.'
const FULL =
  '“We will sail again on Monday at noon with 38 boats, whatever the weather and whatever the board says,” said Mara Lindt, the harbour master.'
const QUAY = '“The quay can be mended before the herring come, if the stone arrives,” said Anselm Okafor.'

/** Nine words that no other number has. */
const nonsense = (number: number) =>
  Array.from({ length: 9 }, (_, index) =>
    createHash('md5')
      .update(`${number} ${index}`)
      .digest('hex')
      .replace(/\d/g, '')
      .padEnd(4, 'x')
      .slice(0, 8),
  ).join(' ')

describeOnBoth('reports of one utterance', (open, kind) => {
  let database: Database
  let service: Service
  let taken = 0
  beforeAll(async () => {
    database = await open()
    service = createService(database)
  })
  beforeEach(async () => {
    await database.prisma.utterance.deleteMany()
    await empty(database)
  })
  afterAll(() => database.close())

  /** Takes an article in, and gives the ids of its statements. */
  const take = async (...paragraphs: string[]): Promise<string[]> => {
    // No two texts are the same: they would be one article.
    const text = [...paragraphs, `It had rained for ${++taken} days.`].join('\n\n')
    const { articleId } = await ingestText(database, story(text, { id: `${taken}` }))
    return (await statementsOf(database, articleId)).map(({ id }) => id)
  }
  const takeOne = async (paragraph: string): Promise<string> => {
    const [id, ...others] = await take(paragraph)
    if (!id || others.length > 0) throw new Error(`not one statement: ${paragraph}`)
    return id
  }
  const linkOf = async (...ids: string[]) => {
    const rows = await database.prisma.statement.findMany({
      where: { id: { in: ids } },
      select: { id: true, utteranceId: true },
    })
    return ids.map((id) => rows.find((row) => row.id === id)?.utteranceId ?? null)
  }
  const utterances = () =>
    database.prisma.utterance.findMany({
      select: { id: true, version: true, canonicalText: true, statements: { select: { id: true } } },
      orderBy: { id: 'asc' },
    })
  const ask = async (id: string, key?: string): Promise<Any> => {
    const query = `query ($id: ID!) { statement(id: $id) { differences { words canonical }
      utterance { id version canonicalText statements { totalCount { value } }
        revisions { nodes { action version changes { field before after } } } } } }`
    return (await service.data(query, { id: encodeGlobalId('Statement', id) }, key)).statement
  }
  const upsert = async (input: object): Promise<Any> => {
    const query = `mutation ($input: UtteranceUpsertInput!) { utteranceUpsert(input: $input) {
      ... on UtteranceSuccess { utterance { id version } } ... on Error { message } } }`
    return (await service.data(query, { input }, TEST_KEY)).utteranceUpsert.utterance
  }
  const globalIds = (ids: string[]) => ids.map((id) => encodeGlobalId('Statement', id))

  it('are joined when an article is taken in: what differs shows, and the fullest stands for what was said', async () => {
    const noon = await takeOne(NOON)
    expect(await utterances()).toEqual([])
    const ten = await takeOne(TEN)
    const [link] = await linkOf(noon)
    expect(link).not.toBeNull()
    expect(await linkOf(ten)).toEqual([link])
    expect(await ask(ten)).toMatchObject({
      utterance: { version: 1, canonicalText: 'We will not sail again on Monday at noon with 83 boats,' },
      differences: [],
    })
    expect((await ask(noon)).differences).toEqual([
      { words: '', canonical: 'not' },
      { words: '38', canonical: '83' },
    ])
    const before = await database.prisma.change.count()
    const full = await takeOne(FULL)
    const { utterance, differences } = await ask(noon)
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
            before: JSON.stringify(globalIds([noon, ten]).sort()),
            after: JSON.stringify(globalIds([noon, ten, full]).sort()),
          },
        ],
      },
    ])
    const log = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' }, skip: before })
    const said = log.map(({ type, entityId, kind }) => [type, entityId, kind])
    expect(said).toContainEqual(['UTTERANCE', link, 'UPDATED'])
    expect(said.filter(([, id]) => id === full)).toEqual([['STATEMENT', full, 'CREATED']])
  })

  it('are those of a statement in the log when another article brought them together', async () => {
    const noon = await takeOne(NOON)
    const before = await database.prisma.change.count()
    await takeOne(NOON.replace('noon', 'ten'))
    const log = await database.prisma.change.findMany({ orderBy: { sequence: 'asc' }, skip: before })
    expect(log.filter(({ entityId }) => entityId === noon).map(({ kind }) => kind)).toEqual(['UPDATED'])
  })

  it('are quoted in part, too, and not when a reporter says the same', async () => {
    const [noon, part, retold] = [
      await takeOne(NOON),
      await takeOne(
        'Mara Lindt, the harbour master, said the crews would “sail again on Monday at noon with 38 boats”.',
      ),
      await takeOne(
        'Mara Lindt, the harbour master, said that they will sail again on Monday at noon with 38 boats.',
      ),
    ]
    const [link, ...others] = await linkOf(noon, part, retold)
    expect(link).not.toBeNull()
    expect(others).toEqual([link, null])
  })

  it.each([
    ['short', '“We will sail at noon,” said Mara Lindt.', '“We will sail at noon,” said Mara Lindt.'],
    ['of others', NOON, NOON.replace('Mara Lindt', 'Ottilie Brandreth')],
    ['in other words', NOON, QUAY.replace('Anselm Okafor', 'Mara Lindt, the harbour master')],
    [
      'of nobody',
      NOON.replace('Mara Lindt, the harbour master', 'an official'),
      NOON.replace('Mara Lindt, the harbour master', 'an official'),
    ],
  ])('are not statements that are %s', async (_what, one, other) => {
    await take(one)
    await take(other)
    expect(await utterances()).toEqual([])
  })

  it('are not statements of one article', async () => {
    await take(NOON, 'Nobody was on the quay.', NOON)
    expect(await utterances()).toEqual([])
  })

  it('of a speaker that was merged are found with those of the one that stands for it', async () => {
    const noon = await takeOne(NOON)
    const other = await takeOne(NOON.replace('Mara Lindt', 'Mara Elin Lindt'))
    expect(await utterances()).toEqual([])
    const [keep, absorbed] = await Promise.all(
      ['Mara Lindt', 'Mara Elin Lindt'].map((name) =>
        database.prisma.speaker.findFirstOrThrow({ where: { name } }),
      ),
    )
    const query = `mutation ($keepId: ID!, $keepVersion: Int!, $absorbIds: [ID!]!) {
      speakerMerge(keepId: $keepId, keepVersion: $keepVersion, absorbIds: $absorbIds) { __typename } }`
    const { speakerMerge } = await service.data(
      query,
      {
        keepId: encodeGlobalId('Speaker', keep?.id ?? ''),
        keepVersion: keep?.version,
        absorbIds: [encodeGlobalId('Speaker', absorbed?.id ?? '')],
      },
      TEST_KEY,
    )
    expect(speakerMerge.__typename).toBe('SpeakerSuccess')
    const third = await takeOne(NOON.replace('Mara Lindt', 'Mara Elin Lindt'))
    const [link, ...others] = await linkOf(third, noon, other)
    expect(link).not.toBeNull()
    expect(others).toEqual([link, link])
  })

  it('do not count when they are rejected, or in the bin with their article or without', async () => {
    const { prisma } = database
    const gone = { deletedAt: new Date() }
    for (const hide of [
      (id: string) => prisma.statement.update({ where: { id }, data: { reviewStatus: 'REJECTED' } }),
      (id: string) => prisma.statement.update({ where: { id }, data: gone }),
      (id: string) => prisma.article.updateMany({ where: { statements: { some: { id } } }, data: gone }),
    ]) {
      await hide(await takeOne(NOON))
    }
    await takeOne(NOON)
    expect(await utterances()).toEqual([])
  })

  it('stay as a person wants them', async () => {
    const [parted, noon, ten] = [await takeOne(NOON), await takeOne(NOON), await takeOne(TEN)]
    const [made] = await utterances()
    expect(made?.statements).toHaveLength(3)
    const id = encodeGlobalId('Utterance', made?.id ?? '')
    const expectedVersion = made?.version ?? 0
    expect(await upsert({ id, expectedVersion, statementIds: globalIds([noon, ten]) })).toBeTruthy()
    const full = await takeOne(FULL)
    expect(await linkOf(parted, noon, ten, full)).toEqual([null, made?.id, made?.id, made?.id])
    // One that a person parted is not found by the next either, when there is no other.
    await database.prisma.statement.updateMany({
      where: { id: { in: [noon, ten, full] } },
      data: { reviewStatus: 'REJECTED' },
    })
    const alone = await takeOne(NOON)
    expect(await linkOf(parted, alone)).toEqual([null, null])
    const { articleId } = await database.prisma.statement.findUniqueOrThrow({ where: { id: parted } })
    await write(service, 'articleReextract', { id: encodeGlobalId('Article', articleId) })
    expect(await linkOf(parted)).toEqual([null])
  })

  it('join an utterance that a person made, whose words stay', async () => {
    const quay = await takeOne(QUAY)
    const canonicalText = 'The quay can be mended before the herring come, if the stone arrives'
    const { id } = await upsert({ canonicalText, statementIds: globalIds([quay]) })
    const fuller = await takeOne(QUAY.replace('“The', '“I am told by those who know that the'))
    expect((await ask(fuller)).utterance).toMatchObject({ id, version: 2, canonicalText })
  })

  it('show a caller no words of a report that is hidden from them', async () => {
    const [noon, full] = [await takeOne(NOON), await takeOne(FULL)]
    const hiding = createService(database, { publicProposals: false })
    const query = `query ($id: ID!) { statement(id: $id) { differences { words }
      utterance { canonicalText statements { totalCount { value } } } } }`
    const shown = async (id: string) =>
      (await hiding.data(query, { id: encodeGlobalId('Statement', id) })).statement
    expect(await shown(noon)).toBeNull()
    await database.prisma.statement.update({ where: { id: noon }, data: { reviewStatus: 'VERIFIED' } })
    expect(await shown(noon)).toEqual({
      differences: [],
      utterance: {
        canonicalText: 'We will sail again on Monday at noon with 38 boats,',
        statements: { totalCount: { value: 1 } },
      },
    })
    await database.prisma.statement.update({ where: { id: full }, data: { reviewStatus: 'REJECTED' } })
    const [editors] = [await ask(noon, TEST_KEY)]
    expect(editors).toMatchObject({
      differences: [],
      utterance: { statements: { totalCount: { value: 2 } } },
    })
  })

  it('are the same after the article was taken in or looked through again', async () => {
    await take(NOON, QUAY)
    const text = story([TEN, QUAY].join('\n\n'), { id: 'again' })
    const { articleId } = await ingestText(database, text)
    const before = await utterances()
    expect(before.map(({ statements }) => statements.length)).toEqual([2, 2])
    const log = await database.prisma.change.count()
    expect((await ingestText(database, text)).status).toBe('unchanged')
    await write(service, 'articleReextract', { id: encodeGlobalId('Article', articleId) })
    expect(await utterances()).toEqual(before)
    expect(await database.prisma.change.count()).toBe(log)
    await ingestText(database, story(['It rained.', TEN, QUAY].join('\n\n'), { id: 'again' }))
    expect(await utterances()).toEqual(before)
  })

  it('are found when an article from before is looked through again', async () => {
    const [noon, ten] = [await takeOne(NOON), await takeOne(TEN)]
    await database.prisma.utterance.deleteMany()
    const { articleId } = await database.prisma.statement.findUniqueOrThrow({ where: { id: noon } })
    await write(service, 'articleReextract', { id: encodeGlobalId('Article', articleId) })
    const [link, other] = await linkOf(noon, ten)
    expect(link).not.toBeNull()
    expect(other).toBe(link)
  })

  it('take as many SQL statements for many as for few', async () => {
    const { prisma } = database
    const sqlOf = async (count: number) => {
      const said = Array.from({ length: count }, (_, index) => `“We ${nonsense(index)},” said Mara Lindt.`)
      await take(...said)
      const ids = await take(...said)
      expect(ids).toHaveLength(count)
      // Half of them report utterances that there are, half of them are reported once.
      const [known, ...rest] = await utterances()
      await prisma.utterance.deleteMany({ where: { id: { not: known?.id ?? '' } } })
      await prisma.statement.updateMany({ where: { id: { in: ids } }, data: { utteranceId: null } })
      const { articleId } = await prisma.statement.findFirstOrThrow({ where: { id: { in: ids } } })
      const sql = await service.sqlOf(() => prisma.$transaction((tx) => linkReports(tx, articleId, 'en')))
      expect(await utterances()).toHaveLength(1 + rest.length)
      await empty(database)
      return sql.length
    }
    expect([await sqlOf(2), await sqlOf(40)]).toEqual([8, 8])
  })

  it('become one utterance when several articles come at once', async () => {
    const ids = (await Promise.all(Array.from({ length: 6 }, () => take(NOON, QUAY)))).flat()
    expect(ids).toHaveLength(12)
    expect((await utterances()).map(({ statements }) => statements.length)).toEqual([6, 6])
    const versions = await database.prisma.revision.findMany({
      where: { type: 'UTTERANCE' },
      orderBy: [{ entityId: 'asc' }, { version: 'asc' }],
      select: { version: true },
    })
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
  })

  // The embedded database has one connection: nobody writes beside an ingest.
  it.runIf(kind === 'postgres')('are not taken from a person who parts them at the same time', async () => {
    const noon = await takeOne(NOON)
    const { prisma } = database
    let coming: Promise<string[]> | null = null
    await prisma.$transaction(async (tx) => {
      await tx.statement.update({ where: { id: noon }, data: { utteranceSetAt: new Date() } })
      coming = take(TEN)
      // Until the ingest waits for the row.
      for (let waiting = 0; waiting === 0; ) {
        const [row] = await prisma.$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE OF t%'`
        waiting = row?.waiting ?? 0
      }
    })
    const [ten = ''] = (await coming) ?? []
    expect(await linkOf(noon, ten)).toEqual([null, null])
    expect(await utterances()).toEqual([])
  })
})
