import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { createService, ingestText, TEST_KEY } from '../../../test/harness/service.js'
import { write } from '../../../test/harness/writes.js'
import { createReports, FULL, globalIds, NOON, REPAIR, TEN } from '../../../test/worlds/reports.js'
import { empty, story } from '../../../test/worlds/stories.js'
import { encodeGlobalId } from '../../record/global-id.js'

describeServiceOnBoth('the reports of an utterance', (service, database, kind) => {
  const reports = createReports(database, service)
  beforeEach(() => empty(database))

  // biome-ignore lint/suspicious/noExplicitAny: answers of any shape
  const upsert = async (input: object): Promise<any> => {
    const query = `mutation ($input: UtteranceUpsertInput!) { utteranceUpsert(input: $input) {
      ... on UtteranceSuccess { utterance { id version } } ... on Error { message } } }`
    return (await service.data(query, { input }, TEST_KEY)).utteranceUpsert.utterance
  }

  it('stay as a person has set them', async () => {
    const [parted, noon, ten] = [
      await reports.takeOne(NOON),
      await reports.takeOne(NOON),
      await reports.takeOne(TEN),
    ]
    const [made] = await reports.utterances()
    expect(made?.statements).toHaveLength(3)
    const id = encodeGlobalId('Utterance', made?.id ?? '')
    const expectedVersion = made?.version ?? 0
    expect(await upsert({ id, expectedVersion, statementIds: globalIds([noon, ten]) })).toBeTruthy()
    const full = await reports.takeOne(FULL)
    expect(await reports.linksOf(parted, noon, ten, full)).toEqual([null, made?.id, made?.id, made?.id])
    // A statement that a person took out is not joined with a new report either, even when it is the only match.
    await database.prisma.statement.updateMany({
      where: { id: { in: [noon, ten, full] } },
      data: { reviewStatus: 'REJECTED' },
    })
    const alone = await reports.takeOne(NOON)
    expect(await reports.linksOf(parted, alone)).toEqual([null, null])
    await write(service, 'articleReextract', { id: await reports.articleOf(parted) })
    expect(await reports.linksOf(parted)).toEqual([null])
  })

  it('join an utterance that a person made, and keep its text', async () => {
    const quay = await reports.takeOne(REPAIR)
    const canonicalText = 'The quay can be mended before the herring come, if the stone arrives'
    const { id } = await upsert({ canonicalText, statementIds: globalIds([quay]) })
    const fuller = await reports.takeOne(REPAIR.replace('“The', '“I am told by those who know that the'))
    expect((await reports.ask(fuller)).utterance).toMatchObject({ id, version: 2, canonicalText })
  })

  it('leave another utterance with a revision and an entry in the change log', async () => {
    const [noon, ten, quay] = [
      await reports.takeOne(NOON),
      await reports.takeOne(TEN),
      await reports.takeOne(REPAIR),
    ]
    const first = (await reports.utterances())[0]?.id ?? ''
    const id = encodeGlobalId('Utterance', first)
    await write(service, 'statementDelete', { id: encodeGlobalId('Statement', ten), expectedVersion: 1 })
    const log = () => database.prisma.change.findMany({ orderBy: { sequence: 'asc' } })
    const before = (await log()).length
    const other = await upsert({ canonicalText: 'Something else', statementIds: globalIds([noon, quay]) })
    expect(
      (await log())
        .slice(before)
        .map(({ type, kind }) => `${kind} ${type}`)
        .sort(),
    ).toEqual([...['CREATED UTTERANCE', 'UPDATED STATEMENT', 'UPDATED STATEMENT', 'UPDATED UTTERANCE']])
    const [revision] = await database.prisma.revision.findMany({
      where: { entityId: first },
      orderBy: { version: 'desc' },
    })
    expect(revision).toMatchObject({
      ...{ version: 2, actor: 'local' },
      changes: [
        {
          field: 'statementIds',
          before: JSON.stringify(globalIds([noon, ten])),
          after: JSON.stringify(globalIds([ten])),
        },
      ],
    })
    expect(await upsert({ id, expectedVersion: 1, statementIds: globalIds([noon]) })).toBeUndefined()
    // A statement in the bin cannot be named in the input, and still stays a report.
    expect(await upsert({ id, expectedVersion: 2, statementIds: globalIds([noon]) })).toMatchObject({
      version: 3,
    })
    expect(await reports.linksOf(noon, ten)).toEqual([first, first])
    expect(await upsert({ id: other.id, expectedVersion: 2, statementIds: globalIds([quay]) })).toMatchObject(
      { version: 2 },
    )
  })

  it('are marked as set by a person who confirms what an ingest has joined', async () => {
    const [noon, full] = [await reports.takeOne(NOON), await reports.takeOne(FULL)]
    const [made] = await reports.utterances()
    const id = encodeGlobalId('Utterance', made?.id ?? '')
    const chosen = async () => database.prisma.statement.count({ where: { utteranceSetAt: { not: null } } })
    expect(await chosen()).toBe(0)
    const input = { id, expectedVersion: 1, statementIds: globalIds([noon, full]) }
    expect(await upsert(input)).toMatchObject({ version: 1 })
    expect(await chosen()).toBe(2)
  })

  it('give a caller no words of a report that is hidden from them', async () => {
    const [noon, full] = [await reports.takeOne(NOON), await reports.takeOne(FULL)]
    const hiding = createService(database, { publicProposals: false })
    const shown = () => reports.ask(noon, undefined, hiding)
    expect(await shown()).toBeNull()
    await database.prisma.statement.update({ where: { id: noon }, data: { reviewStatus: 'VERIFIED' } })
    expect(await shown()).toMatchObject({
      differences: [],
      utterance: {
        canonicalText: 'We will sail again on Monday at noon with 38 boats,',
        statements: { totalCount: { value: 1 } },
      },
    })
    await database.prisma.statement.update({ where: { id: full }, data: { reviewStatus: 'REJECTED' } })
    expect(await reports.ask(noon, TEST_KEY)).toMatchObject({
      differences: [],
      utterance: { statements: { totalCount: { value: 2 } } },
    })
  })

  it('stay the same when the article is ingested or extracted again', async () => {
    await reports.take(NOON, REPAIR)
    const text = story([TEN, REPAIR].join('\n\n'), { id: 'again' })
    const { articleId } = await ingestText(database, text)
    const before = await reports.utterances()
    expect(before.map(({ statements }) => statements.length)).toEqual([2, 2])
    const log = await database.prisma.change.count()
    expect((await ingestText(database, text)).status).toBe('unchanged')
    await write(service, 'articleReextract', { id: encodeGlobalId('Article', articleId) })
    expect(await reports.utterances()).toEqual(before)
    expect(await database.prisma.change.count()).toBe(log)
    await ingestText(database, story(['It rained.', TEN, REPAIR].join('\n\n'), { id: 'again' }))
    expect(await reports.utterances()).toEqual(before)
  })

  it('are found when an older article is extracted again', async () => {
    const [noon, ten] = [await reports.takeOne(NOON), await reports.takeOne(TEN)]
    await database.prisma.utterance.deleteMany()
    await write(service, 'articleReextract', { id: await reports.articleOf(noon) })
    const [link, other] = await reports.linksOf(noon, ten)
    expect(link).not.toBeNull()
    expect(other).toBe(link)
  })

  // The embedded database has one connection, so nothing is written during an ingest.
  it.runIf(kind === 'postgres')('stay apart when a person parts them during an ingest', async () => {
    const noon = await reports.takeOne(NOON)
    const { prisma } = database
    let coming: Promise<string[]> | null = null
    await prisma.$transaction(async (tx) => {
      await tx.statement.update({ where: { id: noon }, data: { utteranceSetAt: new Date() } })
      coming = reports.take(TEN)
      // Wait until the ingest waits for the lock of the row.
      for (let waiting = 0; waiting === 0; ) {
        const [row] = await prisma.$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE OF t%'`
        waiting = row?.waiting ?? 0
      }
    })
    const [ten = ''] = (await coming) ?? []
    expect(await reports.linksOf(noon, ten)).toEqual([null, null])
    expect(await reports.utterances()).toEqual([])
  })
})
