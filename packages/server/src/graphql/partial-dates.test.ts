import { beforeAll, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../test/harness/databases.js'
import { TEST_KEY } from '../../test/harness/service.js'
import { fill } from '../../test/worlds/synthetic.js'
import { dateBounds } from '../dates/fuzzy-date.js'

/** A date of each form of EDTF that the record takes. */
const DATES = [
  ...['2026', '2026-03', '2026-03-02', '2026-03-02T23:30:00-11:00', '../2026-03-15', '2026-02-10/..'],
  ...['2026-02-10/2026-03-05', '2025/2027', '0001-01-01', '9999-12-31', null],
]

const SPANS: [from: string | undefined, until: string | undefined][] = [
  ...[undefined, '0001-01-01', '2025-12-31', '2026-01-01', '2026-03-01', '2026-03-02'].flatMap((from) =>
    [undefined, '0001-01-01', '2026-03-02', '2026-03-31', '2026-12-31', '2027-12-31', '9999-12-31'].map(
      (until): [string | undefined, string | undefined] => [from, until],
    ),
  ),
].filter(([from = '', until = '9999-12-31']) => from <= until)

const LISTS = {
  statements: { date: 'saidAt', from: 'saidFrom', until: 'saidUntil', undated: true },
  articles: { date: 'publishedAt', from: 'publishedFrom', until: 'publishedUntil', undated: true },
  events: { date: 'date', from: 'from', until: 'until', undated: false },
} as const

describeServiceOnBoth('a partial date', (service, database) => {
  beforeAll(async () => {
    await fill(database, { statements: DATES.length * 20, speakers: 2, topics: 2 })
    for (const [index, edtf] of DATES.entries()) {
      const { earliest, latest, instant, precision } = dateBounds(
        edtf === null ? null : { edtf, basis: 'STATED', asWritten: null },
      )
      const basis = edtf === null ? 'UNKNOWN' : 'STATED'
      const set = (prefix: string) => `"${prefix}Edtf" = $2, "${prefix}Earliest" = $3::date,
        "${prefix}Latest" = $4::date, "${prefix}Precision" = $5::"DatePrecision", "${prefix}Basis" = $6::"DateBasis"`
      const values = [edtf, earliest, latest, precision, basis]
      const run = (query: string, ...more: unknown[]) =>
        database.prisma.$executeRawUnsafe(query, `Article ${index + 1}`, ...values, ...more)
      await run(
        `UPDATE "Article" SET ${set('published')}, "publishedInstant" = $7::timestamptz WHERE title = $1`,
        instant,
      )
      await run(`UPDATE "Statement" SET ${set('said')}
        WHERE "articleId" = (SELECT id FROM "Article" WHERE title = $1) AND position = 0`)
      await run(`INSERT INTO "Event" (id, name, "nameFolded", "dateEdtf", "dateEarliest", "dateLatest", "datePrecision", "dateBasis")
        VALUES (gen_random_uuid(), $1, lower($1), $2, $3::date, $4::date, $5::"DatePrecision", $6::"DateBasis")`)
    }
    await database.prisma.$executeRawUnsafe('DELETE FROM "Statement" WHERE position > 0')
  })

  it.each(Object.entries(LISTS))('of %s is found by a span that holds all its days', async (list, names) => {
    for (const [from, until] of SPANS) {
      for (const includeUndated of names.undated ? [false, true] : [false]) {
        const filter = {
          ...(from && { [names.from]: from }),
          ...(until && { [names.until]: until }),
          ...(names.undated && { includeUndated }),
        }
        const type = { statements: 'StatementFilter', articles: 'ArticleFilter', events: 'EventFilter' }[list]
        const { rows } = await service.data(
          `query ($filter: ${type}) { rows: ${list}(first: 100, filter: $filter) { nodes { date: ${names.date} { edtf } } } }`,
          { filter },
          // Only the team of the record sees events without a statement.
          TEST_KEY,
        )
        const kept = DATES.filter((edtf) => {
          if (edtf === null) return includeUndated || (from === undefined && until === undefined)
          const { earliest, latest } = dateBounds({ edtf, basis: 'STATED', asWritten: null })
          const last = latest ?? '9999-12-32'
          return (earliest ?? last) >= (from ?? '') && (until === undefined || last <= until)
        })
        const found = rows.nodes.map(({ date }: { date: { edtf: string | null } }) => date.edtf)
        expect(found.toSorted(), JSON.stringify(filter)).toEqual(kept.toSorted())
      }
    }
  })

  it.each(['DAY', 'WEEK', 'MONTH', 'YEAR'])(
    'is counted in the bucket of a %s timeline whose days find it',
    async (interval) => {
      const { statements } = await service.data(
        `{ statements { timeline(interval: ${interval}) { undated isExact buckets { start end count } } } }`,
      )
      const { buckets, undated, isExact } = statements.timeline
      expect(isExact).toBe(true)
      expect(buckets.length).toBeGreaterThan(2)
      let counted = undated
      for (const { start, end, count } of buckets) {
        const { listed } = await service.data(
          `query ($filter: StatementFilter) { listed: statements(filter: $filter) { totalCount { value } } }`,
          { filter: { saidFrom: start, saidUntil: end } },
        )
        expect(listed.totalCount.value, start).toBe(count)
        counted += count
      }
      expect(counted).toBe(DATES.length)
    },
  )
})
