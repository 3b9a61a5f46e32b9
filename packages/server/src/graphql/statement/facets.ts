import { readBy } from '@onrecord/pothos-read-plan'
import { asSql, sql } from '../../database/sql.js'
import { badUserInput } from '../../record/errors.js'
import { DEFAULT_READ, UP_TO } from '../../record/statement/counted-statements.js'
import {
  countFacets,
  FACET_NOUNS,
  type Facet,
  type FacetBucket,
  type FacetBy,
} from '../../record/statement/facets.js'
import { viewOf } from '../../record/visibility/view.js'
import { builder } from '../builder.js'
import { connectionType } from '../connection.js'
import type { Context } from '../context.js'
import { countedList } from './counted-list.js'

const LARGEST_TOP = 100

const StatementFacet = builder.enumType('StatementFacet', {
  description: 'A property that statements are counted by.',
  values: {
    SPEAKER: { description: 'Whom they are attributed to; a joint statement counts for each.' },
    TOPIC: { description: 'What they are about; a statement does not count for the topics above its own.' },
    KIND: { description: 'Their kind: how the words are reported.' },
    POLARITY: { description: 'Their polarity: whether the speaker says so, denies it, asks or promises.' },
    MEDIUM: { description: 'Their medium: where the words were spoken or written.' },
    SITE: { description: 'The site on which their articles were published.' },
    EVENT: { description: 'What they were said at or about.' },
    PLACE: { description: 'The place where they were said.' },
    LANGUAGE: { description: 'The language of the words.' },
    REVIEW_STATUS: { description: 'Their review status: whether a person stands behind them.' },
  } satisfies Record<FacetBy, { description: string }>,
})

const FacetBucketType = builder.objectRef<FacetBucket>('FacetBucket').implement({
  description: 'How many statements of a list have one value.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The value: the global id of an object, the name of an enum value, or a language tag.',
    }),
    label: t.exposeString('label', {
      description: 'The value for people: the name of an object, else the same as `key`.',
    }),
    count: t.exposeInt('count', { description: 'How many statements have the value.' }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      complexity: 0,
      description: 'The object behind the value; null for a value that is not an object.',
      resolve: ({ node }) => node as never,
    }),
  }),
})

const FacetType = builder.objectRef<Facet>('Facet').implement({
  description: 'How the statements of a list fall to the values of one property.',
  fields: (t) => ({
    by: t.expose('by', { type: StatementFacet, description: 'The property that was counted by.' }),
    buckets: t.field({
      type: [FacetBucketType],
      description:
        'The most frequent values, the most frequent first; statements without a value are in no bucket.',
      resolve: ({ buckets }) => buckets,
    }),
    counted: t.exposeInt('counted', {
      description: 'How many statements were counted: those of the list, at most `upTo`.',
    }),
    isExact: t.exposeBoolean('isExact', {
      description: 'False when the list has more statements than were counted.',
    }),
  }),
})

builder.objectFields(connectionType('Statement'), (t) => ({
  facets: t.field({
    type: [FacetType],
    description:
      'Counts over the whole list under its filter, not the page. Ask for `first: 1` when you need only these.',
    args: {
      by: t.arg({
        type: [StatementFacet],
        required: true,
        description: 'What to count by; each at most once.',
      }),
      top: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `How many values of each: 1 to ${LARGEST_TOP}.`,
      }),
      upTo: t.arg.int({ required: true, defaultValue: DEFAULT_READ, description: UP_TO }),
    },
    complexity: ({ by, top }) => ({ field: by.length, multiplier: Math.max(1, top) }),
    ...readBy<FacetArguments, Context>({
      embeds: [{ path: ['buckets', 'node'], types: FACET_NOUNS }],
      whole({ by, top, upTo }, { viewer }, list, embed) {
        if (top < 1 || top > LARGEST_TOP) throw badUserInput(`top is ${top}: pass 1 to ${LARGEST_TOP}`)
        if (new Set(by).size < by.length) throw badUserInput('by has a value twice: pass each once')
        if (by.length === 0) throw badUserInput('by is empty: name what to count by')
        const { select, read } = countFacets(
          countedList(list),
          { by, top, upTo },
          viewOf(viewer),
          (noun, id) => asSql(embed.row(0, noun, sql`t.id = ${id}`)),
        )
        return { select, read: (json: never, rows) => read(json, (noun, row) => rows.row(0, noun, row)) }
      },
    }),
  }),
}))

interface FacetArguments {
  by: readonly FacetBy[]
  top: number
  upTo: number
}
