import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import { readRows } from '../../database/rows.js'
import { allOf, join, raw, type Sql, sql } from '../../database/sql.js'
import { badUserInput } from '../../record/errors.js'
import { encodeGlobalId } from '../../record/global-id.js'
import type { WholeList } from '../../record/lists/read-pages.js'
import type { NounName } from '../../record/nouns.js'
import {
  countedStatements,
  DEFAULT_READ,
  readByParent,
  readLimit,
  UP_TO,
} from '../../record/statement/counted-statements.js'
import { viewOf } from '../../record/visibility/view.js'
import { visible } from '../../record/visibility/visible.js'
import { builder } from '../builder.js'
import { connectionType } from '../connection.js'
import type { Context } from '../context.js'
import { perField } from '../per-field.js'

/** One way to count: the key of a statement `b` and, when keys are ids, whose. */
interface Dimension {
  description: string
  key: Sql
  /** Joins what holds the key, row by row: a hash of the whole table would cost more than the statements counted. */
  join?: Sql
  node?: NounName
}

const each = (rows: Sql) => sql`CROSS JOIN LATERAL (${rows} OFFSET 0) l`

const DIMENSIONS = {
  SPEAKER: {
    description: 'Whom they are attributed to; a joint statement counts for each.',
    key: sql`l."speakerId"`,
    join: each(sql`SELECT DISTINCT a."speakerId" FROM "Attribution" a WHERE a."statementId" = b.id`),
    node: 'Speaker',
  },
  TOPIC: {
    description: 'What they are about, topics below not counted for those above.',
    key: sql`l."topicId"`,
    join: each(sql`SELECT a."topicId" FROM "StatementTopic" a WHERE a."statementId" = b.id`),
    node: 'Topic',
  },
  KIND: { description: 'Their kind: how the words are reported.', key: sql`b.kind` },
  MEDIUM: { description: 'Their medium: where the words were spoken or written.', key: sql`b.medium` },
  SITE: {
    description: 'The site on which their articles were published.',
    key: sql`l."siteId"`,
    join: each(sql`SELECT a."siteId" FROM "Article" a WHERE a.id = b."articleId"`),
    node: 'Site',
  },
  EVENT: { description: 'What they were said at or about.', key: sql`b."eventId"`, node: 'Event' },
  PLACE: { description: 'The place where they were said.', key: sql`b."placeId"`, node: 'Place' },
  LANGUAGE: { description: 'The language of the words.', key: sql`b.language` },
  REVIEW_STATUS: {
    description: 'Their review status: whether a person stands behind them.',
    key: sql`b."reviewStatus"`,
  },
} as const satisfies Record<string, Dimension>

type By = keyof typeof DIMENSIONS

const LARGEST_TOP = 100

const StatementFacet = builder.enumType('StatementFacet', {
  description: 'A property that statements are counted by.',
  values: DIMENSIONS as { [name in By]: { description: string } },
})

interface Bucket {
  key: string
  label: string
  count: number
  node: { typename: NounName; id: string } | null
}

interface Facet {
  by: By
  buckets: Bucket[]
  isExact: boolean
}

const FacetBucket = builder.objectRef<Bucket>('FacetBucket').implement({
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
      resolve: ({ node }, _args, context, info) => {
        if (!node) return null
        const { typename, id } = node
        const loader = perField(context, info, typename, () => {
          const selection = queryFromInfo({ context, info, typeName: typename })
          return new DataLoader(async (ids: readonly string[]) => {
            const rows = await readRows(context.prisma, typename, ids, selection)
            for (const row of rows) if (row) brandWithType(row, typename as never)
            return rows
          })
        })
        return loader.load(id) as never
      },
    }),
  }),
})

const FacetType = builder.objectRef<Facet>('Facet').implement({
  description: 'How the statements of a list fall to the values of one property.',
  fields: (t) => ({
    by: t.expose('by', { type: StatementFacet, description: 'The property that was counted by.' }),
    buckets: t.field({
      type: [FacetBucket],
      description:
        'The values that most statements have, the most first; statements without one are in none.',
      resolve: ({ buckets }) => buckets,
    }),
    isExact: t.exposeBoolean('isExact', {
      description: 'False when the list has more statements than were read.',
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
    resolve: (parent, { by, top, upTo }) => {
      if (top < 1 || top > LARGEST_TOP) throw badUserInput(`top is ${top}: pass 1 to ${LARGEST_TOP}`)
      if (new Set(by).size < by.length) throw badUserInput('by has a value twice: pass each once')
      if (by.length === 0) throw badUserInput('by is empty: name what to count by')
      return parent.whole(`facets ${by} ${top} ${upTo}`, (context, lists) =>
        readFacets(context, lists, by, top, upTo),
      )
    },
  }),
}))

interface FacetRow {
  parent: string
  /** null in the row that counts all statements read. */
  by: By | null
  key: string | null
  label: string | null
  count: number
}

/** Counts for each parent with one SQL statement, whatever is counted by. */
async function readFacets(
  context: Context,
  lists: WholeList,
  by: readonly By[],
  top: number,
  upTo: number,
): Promise<Facet[][]> {
  const limit = readLimit(upTo, lists.parents.length)
  const view = viewOf(context.viewer)
  const counts = by.map((name) => {
    const { key, join: joined = sql`` }: Dimension = DIMENSIONS[name]
    const counted = sql`SELECT b.parent, ${raw(`'${name}'`)} AS by, ${key}::text AS key, count(*)::int AS count
      FROM b ${joined} WHERE b.place <= ${raw(String(limit))} AND ${key} IS NOT NULL GROUP BY b.parent, ${key}`
    // All others are public by the statements themselves.
    return name === 'TOPIC' && view.sight !== 'EVERYTHING'
      ? sql`SELECT c.* FROM (${counted}) c JOIN "Topic" t ON t.id = c.key::uuid WHERE ${allOf(visible('Topic', view))}`
      : counted
  })
  const rows = await readByParent<FacetRow>(
    context,
    lists,
    sql`${countedStatements(lists, limit)}
      SELECT parent, by, key, ${labels(by)} AS label, count FROM (
        SELECT *, row_number() OVER (PARTITION BY parent, by ORDER BY count DESC, key) AS rank
        FROM (${join(counts, ' UNION ALL ')}) c) r
      WHERE rank <= ${raw(String(top))}
      UNION ALL SELECT parent, NULL, NULL, NULL, count(*)::int FROM b GROUP BY parent`,
  )
  return rows.map((ofParent) => {
    const read = ofParent.find((row) => row.by === null)?.count ?? 0
    return by.map((name) => ({
      by: name,
      buckets: ofParent.filter((row) => row.by === name).map((row) => bucket(name, row)),
      isExact: read <= limit,
    }))
  })
}

/** The name of what a key stands for, looked up for the values that are given only. */
function labels(by: readonly By[]): Sql {
  const named = by.flatMap((name) => {
    const { node }: Dimension = DIMENSIONS[name]
    const look = sql`(SELECT o.name FROM ${raw(`"${node}"`)} o WHERE o.id = key::uuid)`
    return node ? [sql`WHEN ${raw(`'${name}'`)} THEN ${look}`] : []
  })
  return named.length > 0 ? sql`CASE by ${join(named, ' ')} ELSE key END` : sql`key`
}

function bucket(by: By, { key, label, count }: FacetRow): Bucket {
  const { node }: Dimension = DIMENSIONS[by]
  const id = key ?? ''
  return {
    key: node ? encodeGlobalId(node, id) : id,
    label: label ?? id,
    count,
    node: node ? { typename: node, id } : null,
  }
}
