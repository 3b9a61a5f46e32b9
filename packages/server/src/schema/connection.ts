import type { ObjectRef } from '@pothos/core'
import { getRefFromModel, queryFromInfo } from '@pothos/plugin-prisma'
import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import { followMerges } from '../access/merged.js'
import { type View, viewOf, visible } from '../access/visible.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import { badUserInput } from './errors.js'
import { checkFilter } from './filter.js'
import type { List, ListModel, Order } from './list.js'
import {
  countUpTo,
  DEFAULT_PAGE_SIZE,
  LARGEST_PAGE,
  type Page,
  type PageArguments,
  type ParentLink,
  pageQuery,
  ROOT,
  readPages,
} from './page.js'
import { perField } from './per-field.js'
import { type Row, readRows } from './rows.js'

interface Count {
  value: number
  isExact: boolean
}

/** A connection whose parts are read when they are asked for, for all parents of one field together. */
interface Connection {
  page: () => Promise<Page>
  edges: () => Promise<{ cursor: string; node: Row }[]>
  count: (limit: number) => Promise<Count>
}

interface ConnectionArguments extends PageArguments {
  filter?: { includeDeleted?: boolean | null } | null
  orderBy?: Order | null
}

const LARGEST_COUNT = 1_000_000

const Count = builder.objectRef<Count>('Count').implement({
  description: 'A count that says whether it is exact: counting stops at the limit asked for.',
  fields: (t) => ({
    value: t.exposeInt('value', { description: 'How many there are, at most `upTo`.' }),
    isExact: t.exposeBoolean('isExact', { description: 'False when there are more than `upTo`.' }),
  }),
})

const connectionTypes = new Map<ListModel, ObjectRef<never, Connection>>()

function connectionType(model: ListModel): ObjectRef<never, Connection> {
  const made = connectionTypes.get(model)
  if (made) return made
  const node = getRefFromModel(model, builder) as never
  const edge = builder.objectRef<{ cursor: string; node: Row }>(`${model}Edge`).implement({
    description: `One ${model} of a list, with its place.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'The place: pass it as `after` or `before`.' }),
      node: t.field({
        type: node,
        complexity: 0,
        description: `The ${model}.`,
        resolve: (parent) => parent.node as never,
      }),
    }),
  })
  const connection = builder.objectRef<Connection>(`${model}Connection`).implement({
    description: `A page of a list of ${model}s.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page, each with its cursor.',
        resolve: (parent) => parent.edges(),
      }),
      nodes: t.field({
        type: [node],
        description: 'The page, without cursors.',
        resolve: async (parent) => (await parent.edges()).map((entry) => entry.node) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        complexity: 0,
        description: 'Whether the list goes on, and where.',
        resolve: async (parent) => {
          const { entries, hasNextPage, hasPreviousPage } = await parent.page()
          const [startCursor, endCursor] = [entries[0]?.cursor ?? null, entries.at(-1)?.cursor ?? null]
          return { hasNextPage, hasPreviousPage, startCursor, endCursor }
        },
      }),
      totalCount: t.field({
        type: Count,
        description: 'How many the whole list has under its filter. Costs nothing unless asked for.',
        args: {
          upTo: t.arg.int({
            defaultValue: 10_000,
            required: true,
            description: `Where counting stops: 1 to ${LARGEST_COUNT}.`,
          }),
        },
        resolve: (parent, { upTo }) => {
          if (upTo < 1 || upTo > LARGEST_COUNT) {
            throw badUserInput(`upTo is ${upTo}: pass 1 to ${LARGEST_COUNT}`)
          }
          return parent.count(upTo)
        },
      }),
    }),
  })
  connectionTypes.set(model, connection as never)
  return connection as never
}

/** How a connection hangs on its parent. */
export interface ConnectionOptions {
  description: string
  /** The rows `t` of parent `p.id`, as a viewer may see them; none for a list at the root. */
  link?: ParentLink | ((view: View) => ParentLink)
  /** Offer the list's filter; true by default when the list has one. */
  filterable?: boolean
}

/**
 * The options of a field that is a Relay connection of a list: arguments, type, cost and reading.
 * Use it as `t.field(connection(statements, { description, link }))`.
 */
export function connection<Filter extends object>(list: List<Filter>, options: ConnectionOptions) {
  const link = options.link ?? null
  const filterable = (options.filterable ?? true) && list.filterInput
  const args = builder.args((t) => ({
    ...(filterable && list.filterInput
      ? { filter: t.field({ type: list.filterInput, description: 'What the list is narrowed to.' }) }
      : {}),
    orderBy: t.field({
      type: list.orderInput,
      description: `How it is sorted: by ${list.defaultOrder.field} ${list.defaultOrder.direction} by default.`,
    }),
    first: t.int({
      description: `How many from the front: 1 to ${LARGEST_PAGE}, ${DEFAULT_PAGE_SIZE} by default.`,
    }),
    after: t.string({ description: 'Cursor after which the page begins.' }),
    last: t.int({ description: `How many from the end, instead of \`first\`: 1 to ${LARGEST_PAGE}.` }),
    before: t.string({ description: 'Cursor before which the page ends.' }),
  }))
  return {
    type: connectionType(list.model),
    description: options.description,
    args,
    ...(link ? { select: { id: true } as const } : {}),
    complexity: ({ first, last }: PageArguments) => ({
      field: 1,
      multiplier: Math.max(1, first ?? last ?? DEFAULT_PAGE_SIZE),
    }),
    resolve: async (
      parent: unknown,
      args: ConnectionArguments,
      context: Context,
      info: GraphQLResolveInfo,
    ) => {
      const reader = await perField(context, info, () => makeReader(list as List, link, args, context))
      return reader(link ? (parent as Row).id : ROOT, info)
    },
  } as never
}

type Reader = (parent: string, info: GraphQLResolveInfo) => Connection

async function makeReader(
  list: List,
  linkOf: ConnectionOptions['link'] | null,
  args: ConnectionArguments,
  context: Context,
): Promise<Reader> {
  if (args.filter === null) throw badUserInput('filter is null: leave it out to not filter')
  checkFilter(args.filter ?? {})
  const filter = await followMerges(context.prisma, args.filter ?? {})
  const view = viewOf(context.viewer, filter.includeDeleted ?? false)
  const link = typeof linkOf === 'function' ? linkOf(view) : (linkOf ?? null)
  const conditions = [...visible(list.model, view, link !== null), ...list.where(filter, view)]
  const query = pageQuery(list, args, args.orderBy, conditions)
  const pages = new DataLoader<string, Page>((parents) => readPages(context, query, link, parents))
  const rows = rowLoader(list.model, context)
  const counts = new Map<number, DataLoader<string, number>>()
  const countLoader = (limit: number) => {
    const loader =
      counts.get(limit) ?? new DataLoader((parents) => countUpTo(context, query, link, parents, limit))
    counts.set(limit, loader)
    return loader
  }
  return (parent, info) => {
    const page = () => pages.load(parent)
    return {
      page,
      async edges() {
        rows.select(info)
        const { entries } = await page()
        const found = await Promise.all(entries.map(({ id }) => rows.load(id)))
        // A row that went between the two reads is not there.
        return entries.flatMap(({ cursor }, index) => (found[index] ? [{ cursor, node: found[index] }] : []))
      },
      async count(limit) {
        const value = await countLoader(limit).load(parent)
        return { value: Math.min(value, limit), isExact: value <= limit }
      },
    }
  }
}

/** Loads the rows of all pages of a field with one query, selecting what the operation asks for. */
function rowLoader(model: ListModel, context: Context) {
  let selection: object = {}
  const loader = new DataLoader<string, Row | null>((ids) => readRows(context.prisma, model, ids, selection))
  return {
    /** Makes the selection, and tells Pothos that what hangs on this parent's rows comes with them. */
    select(info: GraphQLResolveInfo) {
      selection = queryFromInfo({ context, info, typeName: model, paths: [['nodes'], ['edges', 'node']] })
    },
    load: (id: string) => loader.load(id),
  }
}
