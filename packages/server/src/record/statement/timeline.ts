import { raw, sql } from '../../database/sql.js'
import type { WholeList } from '../lists/read-pages.js'
import type { Reading } from '../viewer.js'
import { countedStatements, readByParent, readLimit } from './counted-statements.js'

/** Most buckets that a timeline gives: nearly three years of days. */
export const MOST_BUCKETS = 1_000

/** The lengths that an interval can have, by their names in PostgreSQL. */
const UNITS = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' } as const

export type Interval = keyof typeof UNITS

/** How many statements were said in one interval. */
export interface TimelineBucket {
  start: Date
  end: Date
  count: number
}

/** How many statements of a list were said in each interval. */
export interface Timeline {
  buckets: TimelineBucket[]
  undated: number
  isExact: boolean
}

interface TimelineRow {
  parent: string
  /** null in the row that counts the undated: statements whose date is unknown or coarser than the interval. */
  start: Date | null
  end: Date | null
  count: number
  /** How many statements of the parent were read; the same in each of its rows. */
  read: number
}

/** Counts the statements of each parent by interval, with one SQL statement. */
export async function readTimeline(
  reading: Reading,
  lists: WholeList,
  interval: Interval,
  upTo: number,
): Promise<Timeline[]> {
  const limit = readLimit(upTo, lists.parents.length)
  const unit = UNITS[interval]
  const [name, length] = [raw(`'${unit}'`), raw(`interval '1 ${unit}'`)]
  const rows = await readByParent<TimelineRow>(
    reading,
    lists,
    sql`${countedStatements(lists, limit)}
      SELECT parent, start, least(start + ${length} - interval '1 day', '9999-12-31')::date AS end,
        count(*) FILTER (WHERE place <= ${raw(String(limit))})::int AS count,
        (sum(count(*)) OVER (PARTITION BY parent))::int AS read
      FROM (
        SELECT parent, place, CASE
          WHEN "saidLatest" IS NULL OR date_trunc(${name}, "saidEarliest"::timestamp) <> date_trunc(${name}, "saidLatest"::timestamp)
          THEN NULL ELSE date_trunc(${name}, "saidSort"::timestamp)::date END AS start
        FROM b) d
      GROUP BY parent, start ORDER BY start`,
  )
  return rows.map((ofParent) => {
    const buckets = ofParent.flatMap(({ start, end, count }) =>
      start && end && count > 0 ? [{ start, end, count }] : [],
    )
    return {
      buckets: buckets.slice(-MOST_BUCKETS),
      undated: ofParent.find(({ start }) => start === null)?.count ?? 0,
      isExact: (ofParent[0]?.read ?? 0) <= limit && buckets.length <= MOST_BUCKETS,
    }
  })
}
