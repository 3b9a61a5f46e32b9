import { getRefFromModel } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Row } from '../database/rows.js'
import { badUserInput } from '../record/errors.js'
import type { List, ListModel } from '../record/lists/list.js'
import {
  DEFAULT_PAGE_SIZE,
  LARGEST_PAGE,
  type PageArguments,
  type ParentLink,
  ROOT,
} from '../record/lists/read-pages.js'
import type { View } from '../record/visibility/view.js'
import { builder } from './builder.js'
import {
  type Connection,
  type ConnectionArguments,
  type Count as CountValue,
  makeConnectionReader,
} from './connection-reader.js'
import type { Context } from './context.js'
import type { ListType } from './list-type.js'
import { perField } from './per-field.js'

const LARGEST_COUNT = 1_000_000

export const Count = builder.objectRef<CountValue>('Count').implement({
  description: 'A count that says whether it is exact: counting stops at the limit asked for.',
  fields: (t) => ({
    value: t.exposeInt('value', { description: 'How many there are, at most `upTo`.' }),
    isExact: t.exposeBoolean('isExact', { description: 'False when there are more than `upTo`.' }),
  }),
})

/** The options of the argument `upTo` of a count. */
export const countUpToArgument = (defaultValue: number, most: number) =>
  ({
    type: 'Int',
    defaultValue,
    required: true,
    description: `Where counting stops: 1 to ${most}.`,
  }) as const

/** @throws GraphQLError BAD_USER_INPUT naming `upTo`. */
export function checkCountLimit(upTo: number, most: number): void {
  if (upTo < 1 || upTo > most) throw badUserInput(`upTo is ${upTo}: pass 1 to ${most}`)
}

type ConnectionRef = ReturnType<ReturnType<typeof builder.objectRef<Connection>>['implement']>

const connectionTypes = new Map<ListModel, ConnectionRef>()

/** The type `<Model>Connection`, made at the first call. A noun may add fields to it that read the whole list. */
export function connectionType(model: ListModel): ConnectionRef {
  const made = connectionTypes.get(model)
  if (made) return made
  const node = getRefFromModel(model, builder) as never
  const edge = builder.objectRef<{ cursor: string; node: Row }>(`${model}Edge`).implement({
    description: `One ${model} of a list, with its place.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place in the list: pass it as `after` or `before`.',
      }),
      node: t.field({
        type: node,
        complexity: 0,
        description: `The ${model} itself.`,
        resolve: (parent) => parent.node as never,
      }),
    }),
  })
  const connection = builder.objectRef<Connection>(`${model}Connection`).implement({
    description: `A page of a list of ${model}s.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The objects of the page, each with its cursor.',
        resolve: (parent) => parent.edges(),
      }),
      nodes: t.field({
        type: [node],
        description: 'The objects of the page, without their cursors.',
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
        args: { upTo: t.arg(countUpToArgument(10_000, LARGEST_COUNT)) },
        resolve: (parent, { upTo }) => {
          checkCountLimit(upTo, LARGEST_COUNT)
          return parent.count(upTo)
        },
      }),
    }),
  })
  connectionTypes.set(model, connection)
  return connection
}

/** How a connection field is linked to its parent, and what it offers. */
export interface ConnectionOptions {
  description: string
  /** The condition that row `t` belongs to the parent `p.id`; absent for a list at the root. */
  link?: ParentLink | ((view: View) => ParentLink)
  /** Whether the argument `filter` is offered; true by default when the list has a filter. */
  filterable?: boolean
  /** Whether the argument `orderBy` is offered; true by default. A short list needs only its default order. */
  sortable?: boolean
}

/**
 * The options of a field that is a Relay connection of a list: its arguments, type, complexity and resolver.
 * Use it as `t.field(connection(statements, { description, link }))`.
 */
export function connection<Filter extends object>(of: ListType<Filter>, options: ConnectionOptions) {
  const { list } = of
  const link = options.link ?? null
  const filterable = options.filterable ?? true
  const args = builder.args((t) => ({
    ...(filterable && of.filter
      ? {
          filter: t.field({
            type: of.filter,
            description: 'Conditions that all objects of the list meet; none by default.',
          }),
        }
      : {}),
    ...(of.orderBy && (options.sortable ?? true)
      ? {
          orderBy: t.field({
            type: of.orderBy,
            description: `How it is sorted: by ${list.defaultOrder.field} ${list.defaultOrder.direction} by default.`,
          }),
        }
      : {}),
    first: t.int({
      description: `How many from the front: 1 to ${LARGEST_PAGE}, ${DEFAULT_PAGE_SIZE} by default.`,
    }),
    after: t.string({
      description: 'Cursor of the edge after which the page begins; from the front by default.',
    }),
    last: t.int({ description: `How many from the end, instead of \`first\`: 1 to ${LARGEST_PAGE}.` }),
    before: t.string({
      description: 'Cursor of the edge before which the page ends; to the end by default.',
    }),
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
      const reader = await perField(context, info, 'list', () =>
        makeConnectionReader(list as List, link, args, context),
      )
      return reader(link ? (parent as Row).id : ROOT, info)
    },
  } as never
}
