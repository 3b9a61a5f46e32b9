import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { fill } from '../../../test/worlds/synthetic.js'
import { isPlannedEachTime } from '../../database/planned-each-time.js'

const SPOKEN = `speaker { id name } topics { nodes { id name } } kind polarity medium language reviewStatus event { id } place { id } article { site { id } }
  saidAt { earliest latest }`

// biome-ignore lint/suspicious/noExplicitAny: rows of any list
type Row = any

/** Counts the keys, as a facet does; the most frequent ones come first. */
function counted(keys: string[], top = 10) {
  const counts = Map.groupBy(keys, (key) => key)
  return [...counts]
    .map(([key, all]) => ({ key, count: all.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, top)
}

const counts = (buckets: { count: number }[]) => buckets.map(({ count }) => count)

describeServiceOnBoth('a list of statements', (service, database) => {
  let rows: Row[]
  beforeAll(async () => {
    await fill(database, { statements: 100, speakers: 12, topics: 12 })
    for (const sql of [
      `UPDATE "Statement" SET "saidEdtf" = NULL, "saidLatest" = NULL, "saidBasis" = 'UNKNOWN' WHERE position = 58`,
      `UPDATE "Statement" SET "saidEdtf" = '2026-01', "saidEarliest" = '2026-01-01', "saidLatest" = '2026-01-31' WHERE position = 87`,
      `UPDATE "Statement" SET language = NULL WHERE position = 29`,
      `INSERT INTO "Place" (id, name, "nameFolded") VALUES (md5('place')::uuid, 'Vienna', 'vienna')`,
      `INSERT INTO "Event" (id, name, "nameFolded") VALUES (md5('event')::uuid, 'Talks', 'talks')`,
      `UPDATE "Statement" SET "eventId" = md5('event')::uuid, "placeId" = md5('place')::uuid WHERE position = 116`,
    ]) {
      await database.prisma.$executeRawUnsafe(sql)
    }
    rows = (await service.data(`{ statements(first: 100) { nodes { ${SPOKEN} } } }`)).statements.nodes
  })

  it('gives the same counts for every facet as its rows do, in one SQL statement', async () => {
    const sql = await service.sqlOf(async () => {
      const { statements } = await service.data(`{ statements(first: 1) { facets(
        by: [SPEAKER, TOPIC, KIND, POLARITY, MEDIUM, SITE, EVENT, PLACE, LANGUAGE, REVIEW_STATUS]) {
          by isExact buckets { key label count } } } }`)
      const facets = Object.fromEntries(statements.facets.map((facet: Row) => [facet.by, facet]))
      const expected: Record<string, string[]> = {
        SPEAKER: rows.map((row) => row.speaker.id),
        TOPIC: rows.flatMap((row) => row.topics.nodes.map(({ id }: Row) => id)),
        KIND: rows.map((row) => row.kind),
        POLARITY: rows.map((row) => row.polarity),
        MEDIUM: rows.map((row) => row.medium),
        EVENT: rows.flatMap((row) => row.event?.id ?? []),
        PLACE: rows.flatMap((row) => row.place?.id ?? []),
        SITE: rows.map((row) => row.article.site.id),
        LANGUAGE: rows.flatMap((row) => row.language ?? []),
        REVIEW_STATUS: rows.map((row) => row.reviewStatus),
      }
      for (const [by, keys] of Object.entries(expected)) {
        const all = new Map(counted(keys, 100).map(({ key, count }) => [key, count]))
        expect(facets[by].isExact).toBe(true)
        expect(counts(facets[by].buckets), by).toEqual(counts(counted(keys)))
        for (const { key, count } of facets[by].buckets) expect(all.get(key), by).toBe(count)
      }
      const names = new Map(rows.map((row) => [row.speaker.id, row.speaker.name]))
      for (const { key, label } of facets.SPEAKER.buckets) expect(label).toBe(names.get(key))
      expect(facets.EVENT.buckets).toHaveLength(1)
    })
    expect(sql).toHaveLength(1)
  })

  it('gives the objects behind the values in the same SQL statement', async () => {
    const sql = await service.sqlOf(async () => {
      const { statements } =
        await service.data(`{ statements(first: 1) { facets(by: [SPEAKER, SITE, KIND], top: 5) {
        by buckets { key label node { id ... on Speaker { name aliases { name } } ... on Site { name domain } } } } } }`)
      const [speakers, sites, kinds] = statements.facets
      for (const { key, label, node } of [...speakers.buckets, ...sites.buckets]) {
        expect(node).toMatchObject({ id: key, name: label })
      }
      expect(speakers.buckets).toHaveLength(5)
      expect(kinds.buckets.map(({ node }: Row) => node)).toEqual([null, null, null])
    })
    expect(sql).toHaveLength(1)
  })

  it('reads the list once for all that counts it', async () => {
    const [sql] = await service.sqlOf(async () => {
      const { statements } = await service.data(`{ statements(first: 1) {
        facets(by: [KIND, SPEAKER], upTo: 40) { counted isExact } timeline(interval: YEAR, upTo: 40) { isExact }
        all: facets(by: [KIND], upTo: 1000) { counted isExact } } }`)
      expect(statements.facets).toEqual(Array(2).fill({ counted: 40, isExact: false }))
      expect(statements.all).toEqual([{ counted: 100, isExact: true }])
    })
    expect(sql?.query.match(/LIMIT 41\b/g)).toHaveLength(1)
    expect(sql?.query.match(/LIMIT 1001\b/g)).toHaveLength(1)
    expect(isPlannedEachTime(sql?.query ?? '')).toBe(true)
  })

  it('counts under its filter, with one SQL statement for the lists of many parents', async () => {
    const sql = await service.sqlOf(async () => {
      const { speakers } =
        await service.data(`{ speakers(first: 12) { nodes { id statements(filter: { kinds: [DIRECT] }, first: 1) {
        facets(by: [KIND, TOPIC]) { by buckets { key count } } timeline(interval: YEAR) { buckets { count } undated } } } } }`)
      for (const { id, statements } of speakers.nodes) {
        const own = rows.filter((row) => row.speaker.id === id && row.kind === 'DIRECT')
        const [kinds, topics] = statements.facets
        expect(kinds.buckets).toEqual(own.length > 0 ? [{ key: 'DIRECT', count: own.length }] : [])
        const keys = own.flatMap((row) => row.topics.nodes.map((topic: Row) => topic.id))
        expect(counts(topics.buckets)).toEqual(counts(counted(keys)))
        const { buckets, undated } = statements.timeline
        expect(counts(buckets).reduce((a, b) => a + b, undated)).toBe(own.length)
      }
    })
    expect(sql).toHaveLength(1)
  })

  it.each([
    ['DAY', 10],
    ['WEEK', 10],
    ['MONTH', 7],
    ['YEAR', 4],
  ])('has a timeline by %s that counts unknown and coarser dates apart', async (interval, length) => {
    const { statements } = await service.data(
      `{ statements(first: 1) { timeline(interval: ${interval}) { buckets { start end count } undated isExact } } }`,
    )
    const { buckets, undated, isExact } = statements.timeline
    const coarse = ['DAY', 'WEEK'].includes(interval) ? 5 : 0
    expect({ undated, isExact }).toEqual({ undated: 5 + coarse, isExact: true })
    expect(counts(buckets).reduce((a, b) => a + b)).toBe(100 - undated)
    const day = (date: string | null) => (date ?? '').slice(0, length)
    for (const { start, end, count } of buckets) {
      const within = rows.filter(({ saidAt: { earliest, latest } }) =>
        interval === 'WEEK'
          ? latest && !earliest && latest >= start && latest <= end
          : latest && day(latest) === day(start) && (!earliest || day(earliest) === day(latest)),
      )
      expect(count).toBe(within.length)
      const listed = await service.data(
        `{ statements(filter: { saidFrom: "${start}", saidUntil: "${end}" }) { totalCount { value } } }`,
      )
      if (!coarse) expect(listed.statements.totalCount.value).toBe(count)
    }
    expect(buckets).toEqual(buckets.toSorted((a: Row, b: Row) => (a.start < b.start ? -1 : 1)))
  })

  it('says when it counted only a part, which is the latest said', async () => {
    const { statements } = await service.data(`{ statements(first: 1) {
      some: facets(by: [KIND], upTo: 30) { isExact buckets { count } }
      all: facets(by: [KIND], upTo: 100) { isExact buckets { count } }
      some_: timeline(interval: DAY, upTo: 30) { isExact buckets { start count } undated } } }`)
    expect(counts(statements.some[0].buckets).reduce((a, b) => a + b)).toBe(30)
    expect([statements.some[0].isExact, statements.all[0].isExact]).toEqual([false, true])
    const { buckets, isExact } = statements.some_
    expect(isExact).toBe(false)
    expect(counts(buckets).reduce((a, b) => a + b)).toBe(30)
    expect(buckets.at(-1).start).toBe('2026-01-06')
  })

  it.each([
    ['facets(by: [KIND], top: 0) { by }', 'top is 0: pass 1 to 100'],
    ['facets(by: [KIND], top: 101) { by }', 'top is 101: pass 1 to 100'],
    ['facets(by: [KIND], upTo: 0) { by }', 'upTo is 0: pass 1 to 100000'],
    ['facets(by: [KIND, KIND]) { by }', 'by has a value twice: pass each once'],
    ['facets(by: []) { by }', 'by is empty: name what to count by'],
    ['timeline(interval: DAY, upTo: 100001) { undated }', 'upTo is 100001: pass 1 to 100000'],
  ])('refuses %s', async (field, message) => {
    expect(await service.refusal(`{ statements { ${field} } }`)).toBe(`BAD_USER_INPUT: ${message}`)
  })

  it('counts towards the cost of an operation', async () => {
    const nested = (first: number) =>
      `{ speakers(first: ${first}) { nodes { statements(first: 20) { facets(by: [SPEAKER, TOPIC, KIND]) { buckets { label } } } } } }`
    expect(await service.refusal(nested(50))).toMatch(/^OPERATION_TOO_COMPLEX/)
    await service.data(nested(5))
  })
})
