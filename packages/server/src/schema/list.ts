import type { InputRef } from '@pothos/core'
import { followMerges } from '../access/merged.js'
import { type View, viewOf } from '../access/view.js'
import { visible } from '../access/visible.js'
import { builder } from './builder.js'
import type { Context } from './context.js'
import type { SortType } from './cursor.js'
import { checkFilter, type Sql } from './filter.js'

/** A column to sort by; all columns of an order go in the same direction and are never null. */
export interface SortColumn {
  /** With the list's alias `t`: t."saidSort". */
  column: Sql
  type: SortType
}

/** One list of nodes as data: everything that paging, counting and filtering need to write its SQL. */
export interface List<Filter extends object = object> {
  /** Prisma's model, which is also the GraphQL type. */
  model: ListModel
  /** Table with the alias `t`: "Statement" t. */
  from: Sql
  /** By name as in the order's enum. */
  orders: Readonly<Record<string, readonly SortColumn[]>>
  defaultOrder: Order
  /**
   * The filter's conditions on `t`; what the viewer may see is a condition besides.
   *
   * @param at where the filter stands, for messages: "filter".
   */
  where(filter: Filter, at: string, view: View): Sql[]
  filterInput?: InputRef<Filter> | undefined
  /** Made by {@link orderInput}; none for a list that is always in its default order. */
  orderInput?: InputRef<Order>
}

export type ListModel =
  | 'ApiKey'
  | 'Site'
  | 'Article'
  | 'ArticleText'
  | 'Speaker'
  | 'Statement'
  | 'Topic'
  | 'Event'
  | 'Place'
  | 'Document'
  | 'Revision'
  | 'Merge'

/** A filter that may ask for the bin. */
export interface AnyFilter {
  includeDeleted?: boolean | null
}

/**
 * What a list is narrowed to, for one caller: by what they may see, and by a filter. The only place from which pages,
 * counts, facets and search take it.
 *
 * @param at where the filter stands, for messages.
 * @param few the rows are narrowed to few by something else, such as their parent.
 * @throws GraphQLError BAD_USER_INPUT naming the field; ForbiddenError when the bin is not theirs to see.
 */
export async function conditionsOf<Filter extends object>(
  list: List<Filter>,
  filter: Filter,
  { viewer, prisma }: Pick<Context, 'viewer' | 'prisma'>,
  { at = 'filter', few = false } = {},
): Promise<Sql[]> {
  checkFilter(filter, at)
  const followed = await followMerges(prisma, filter)
  const view = viewOf(viewer, (followed as AnyFilter).includeDeleted ?? false)
  return [...visible(list.model, view, few), ...list.where(followed, at, view)]
}

/** What an order's input holds. */
export interface Order {
  field: string
  direction: 'ASC' | 'DESC'
}

/** The argument or field of a filter that lets editors look into the bin. */
export const INCLUDE_DELETED = {
  required: true,
  defaultValue: false,
  description: 'Also from the bin; needs the scope `editor`, `reviewer` or `admin`.',
} as const

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way a list is sorted.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  },
})

/** Makes the input `<Model>Order` and its enum `<Model>OrderField`. */
export function orderInput(model: ListModel, fields: Record<string, string>, direction: 'ASC' | 'DESC') {
  const field = builder.enumType(`${model}OrderField`, {
    description: 'Every order is made total by the id, so that a cursor never skips or repeats.',
    values: Object.fromEntries(Object.entries(fields).map(([name, description]) => [name, { description }])),
  })
  return builder.inputType(`${model}Order`, {
    description: 'How a list is sorted.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'What it is sorted by.' }),
      direction: t.field({
        type: OrderDirection,
        required: true,
        defaultValue: direction,
        description: 'Which way.',
      }),
    }),
  }) as InputRef<Order>
}
