import { raw, sql } from '../../database/sql.js'
import type { WholeList } from '../../record/lists/read-pages.js'
import {
  countedStatements,
  DEFAULT_READ,
  readByParent,
  readLimit,
  UP_TO,
} from '../../record/statement/counted-statements.js'
import { builder } from '../builder.js'
import { connectionType } from '../connection.js'
import type { Context } from '../context.js'

/** Most buckets that a timeline gives: nearly three years of days. */
const MOST_BUCKETS = 1_000

const UNITS = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' } as const

const TimelineInterval = builder.enumType('TimelineInterval', {
  description: 'How long the buckets of a timeline are.',
  values: {
    DAY: { description: 'Buckets of one day.' },
    WEEK: { description: 'Buckets of one ISO 8601 week, from Monday to Sunday.' },
    MONTH: { description: 'Buckets of one calendar month.' },
    YEAR: { description: 'Buckets of one calendar year.' },
  },
})

interface Bucket {
  start: Date
  end: Date
  count: number
}

interface Timeline {
  buckets: Bucket[]
  undated: number
  isExact: boolean
}

const TimelineBucket = builder.objectRef<Bucket>('TimelineBucket').implement({
  description: 'How many statements were said in one interval.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first day of the interval.' }),
    end: t.expose('end', {
      type: 'Date',
      description:
        'The last day of the interval: the filter `saidFrom: start, saidUntil: end` lists its statements.',
    }),
    count: t.exposeInt('count', { description: 'How many statements were said in the interval.' }),
  }),
})

const TimelineType = builder.objectRef<Timeline>('Timeline').implement({
  description: 'When the statements of a list were said.',
  fields: (t) => ({
    buckets: t.field({
      type: [TimelineBucket],
      description: `The intervals in which something was said, the earliest first; of more than ${MOST_BUCKETS} the latest.`,
      resolve: ({ buckets }) => buckets,
    }),
    undated: t.exposeInt('undated', {
      description:
        'Statements in no bucket, for their date is unknown or coarser than the interval. What is only known to be said by some day counts as said on it.',
    }),
    isExact: t.exposeBoolean('isExact', {
      description:
        'False when the list has more statements than were read, or more intervals than are given.',
    }),
  }),
})

builder.objectFields(connectionType('Statement'), (t) => ({
  timeline: t.field({
    type: TimelineType,
    description:
      'When they were said, over the whole list under its filter, not the page. Ask for `first: 1` when you need only this.',
    args: {
      interval: t.arg({ type: TimelineInterval, required: true, description: 'The length of each bucket.' }),
      upTo: t.arg.int({ required: true, defaultValue: DEFAULT_READ, description: UP_TO }),
    },
    complexity: { field: 1, multiplier: 10 },
    resolve: (parent, { interval, upTo }) =>
      parent.whole(`timeline ${interval} ${upTo}`, (context, lists) =>
        readTimeline(context, lists, UNITS[interval], upTo),
      ),
  }),
}))

interface TimelineRow {
  parent: string
  /** null in the row of what is in no bucket. */
  start: Date | null
  end: Date | null
  count: number
  /** Statements read, in all rows. */
  read: number
}

/** Counts for each parent with one SQL statement. */
async function readTimeline(
  context: Context,
  lists: WholeList,
  unit: (typeof UNITS)[keyof typeof UNITS],
  upTo: number,
): Promise<Timeline[]> {
  const limit = readLimit(upTo, lists.parents.length)
  const [name, length] = [raw(`'${unit}'`), raw(`interval '1 ${unit}'`)]
  const rows = await readByParent<TimelineRow>(
    context,
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
