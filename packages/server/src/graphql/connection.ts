import { readBy, readByPlan } from '@onrecord/pothos-read-plan'
import { getRefFromModel } from '@pothos/plugin-prisma'
import { allOf, asSql, raw, sql } from '../database/sql.js'
import { badUserInput } from '../record/errors.js'
import type { LinkTable, List, ListModel } from '../record/lists/list.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../record/lists/page-size.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import type { ListType } from './list-type.js'
import { type ConnectionArguments, type PageArguments, type ParentLink, pageOf } from './page.js'

const LARGEST_COUNT = 1_000_000

interface CountValue {
  value: number
  isExact: boolean
}

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

type ConnectionRef = ReturnType<ReturnType<typeof builder.objectRef<object>>['implement']>

const connectionTypes = new Map<ListModel, ConnectionRef>()

/** The type `<Model>Connection`, made at the first call. A noun may add fields to it that read the whole list. */
export function connectionType(model: ListModel): ConnectionRef {
  const made = connectionTypes.get(model)
  if (made) return made
  const node = getRefFromModel(model, builder) as never
  const edge = builder.objectRef<{ cursor: string }>(`${model}Edge`).implement({
    description: `One ${model} of a list, with its place.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place in the list: pass it as `after` or `before`.',
      }),
      node: t.field({
        type: node,
        complexity: 0,
        description: `The ${model} itself.`,
        resolve: readByPlan,
      }),
    }),
  })
  const connection = builder.objectRef<object>(`${model}Connection`).implement({
    description: `A page of a list of ${model}s.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The objects of the page, each with its cursor.',
        resolve: readByPlan,
      }),
      nodes: t.field({
        type: [node],
        description: 'The objects of the page, without their cursors.',
        resolve: readByPlan,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        complexity: 0,
        description: 'Whether the list goes on, and where.',
        resolve: readByPlan,
      }),
      totalCount: t.field({
        type: Count,
        description: 'How many the whole list has under its filter. Costs nothing unless asked for.',
        args: { upTo: t.arg(countUpToArgument(10_000, LARGEST_COUNT)) },
        ...readBy<{ upTo: number }, Context>({
          whole: ({ upTo }, _context, { from, where }) => {
            checkCountLimit(upTo, LARGEST_COUNT)
            return {
              select: sql`SELECT to_json(count(*)) FROM (
                SELECT FROM ${asSql(from)} WHERE ${allOf(where.map(asSql))} LIMIT ${raw(String(upTo + 1))}) c`,
              read: (count: number) => ({ value: Math.min(count, upTo), isExact: count <= upTo }),
            }
          },
        }),
      }),
    }),
  })
  connectionTypes.set(model, connection)
  return connection
}

/** How a connection field is linked to its parent, and what it offers. */
export interface ConnectionOptions {
  description: string
  /** What links row `t` to the parent `p.id`; absent for a list at the root. */
  link?: ParentLink
  /** The table of links between parent and rows, instead of `link`, where a parent has few rows. */
  through?: LinkTable
  /** Whether every row that the link gives is public when the parent is: no rule is checked then. Default: false. */
  shown?: boolean
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
  const { through, shown } = options
  const link = through ? sql`l.${raw(`"${through.own}"`)} = p.id` : (options.link ?? null)
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
    complexity: ({ first, last }: PageArguments) => ({
      field: 1,
      multiplier: Math.max(1, first ?? last ?? DEFAULT_PAGE_SIZE),
    }),
    ...readBy<ConnectionArguments, Context>({
      page: (args, context) => pageOf(list as List, { link, through, shown }, args, context),
    }),
  } as never
}
