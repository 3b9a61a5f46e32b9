import { raw, sql } from '../../database/sql.js'
import { type CountedList, countedStatements, readLimit } from './counted-statements.js'

/** Most buckets that a timeline gives: nearly three years of days. */
export const MOST_BUCKETS = 1_000

/** The lengths that an interval can have, by their names in PostgreSQL. */
const UNITS = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' } as const

export type Interval = keyof typeof UNITS

/** How many statements were said in one interval. */
export interface TimelineBucket {
  /** Calendar days: "2026-03-02". */
  start: string
  end: string
  count: number
}

/** How many statements of a list were said in each interval. */
export interface Timeline {
  buckets: TimelineBucket[]
  undated: number
  isExact: boolean
}

/** Start, end and count of an interval; without start and end, the count of the undated. */
type Row = [start: string | null, end: string | null, count: number]

/** What {@link countTimeline} gives: the rows, and how many statements were read. */
interface Read {
  rows: Row[] | null
  read: number
}

/**
 * SQL that counts the statements of a list by interval, as one JSON value, and what that value means.
 *
 * @throws RequestError BAD_USER_INPUT naming `upTo`.
 */
export function countTimeline(list: CountedList, interval: Interval, upTo: number) {
  const limit = readLimit(upTo, list.lists)
  const { before, name: table } = countedStatements(list, limit)
  const unit = UNITS[interval]
  const [name, length] = [raw(`'${unit}'`), raw(`interval '1 ${unit}'`)]
  return {
    select: sql`${before}SELECT json_build_object('read', (SELECT count(*) FROM ${table}), 'rows', (
        SELECT json_agg(json_build_array(start,
            least(start + ${length} - interval '1 day', '9999-12-31')::date, count) ORDER BY start)
        FROM (
          SELECT start, count(*) FILTER (WHERE place <= ${raw(String(limit))}) AS count
          FROM (
            SELECT place, CASE
              WHEN "saidLatest" IS NULL OR date_trunc(${name}, "saidEarliest"::timestamp) <> date_trunc(${name}, "saidLatest"::timestamp)
              THEN NULL ELSE date_trunc(${name}, "saidSort"::timestamp)::date END AS start
            FROM ${table}) d
          GROUP BY start) c))`,
    read({ rows, read }: Read): Timeline {
      const all = rows ?? []
      const buckets = all.flatMap(([start, end, count]) =>
        start && end && count > 0 ? [{ start, end, count }] : [],
      )
      return {
        buckets: buckets.slice(-MOST_BUCKETS),
        undated: all.find(([start]) => start === null)?.[2] ?? 0,
        isExact: read <= limit && buckets.length <= MOST_BUCKETS,
      }
    },
  }
}
