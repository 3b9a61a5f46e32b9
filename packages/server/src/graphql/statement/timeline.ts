import { readBy } from '@onrecord/pothos-read-plan'
import { DEFAULT_READ, UP_TO } from '../../record/statement/counted-statements.js'
import {
  countTimeline,
  type Interval,
  MOST_BUCKETS,
  type Timeline,
  type TimelineBucket,
} from '../../record/statement/timeline.js'
import { builder } from '../builder.js'
import { connectionType } from '../connection.js'
import type { Context } from '../context.js'
import { countedList } from './counted-list.js'

const TimelineInterval = builder.enumType('TimelineInterval', {
  description: 'How long the buckets of a timeline are.',
  values: {
    DAY: { description: 'Buckets of one day.' },
    WEEK: { description: 'Buckets of one ISO 8601 week, from Monday to Sunday.' },
    MONTH: { description: 'Buckets of one calendar month.' },
    YEAR: { description: 'Buckets of one calendar year.' },
  } satisfies Record<Interval, { description: string }>,
})

const TimelineBucketType = builder.objectRef<TimelineBucket>('TimelineBucket').implement({
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
      type: [TimelineBucketType],
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
    ...readBy<{ interval: Interval; upTo: number }, Context>({
      whole: ({ interval, upTo }, _context, list) => countTimeline(countedList(list), interval, upTo),
    }),
  }),
}))
