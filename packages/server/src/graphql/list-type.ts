import type { InputRef } from '@pothos/core'
import type { List, ListModel, Order } from '../record/lists/list.js'
import { builder } from './builder.js'

/** A list of the record, with the input types by which the schema filters and sorts it. */
export interface ListType<Filter extends object = object> {
  list: List<Filter>
  /** Absent for a list without a filter. */
  filter?: InputRef<Filter>
  /** Absent for a list that always has its default order. */
  orderBy?: InputRef<Order>
}

/**
 * Joins a list with the input types of its filter and its orders.
 *
 * @param orders the description of each order; a forgotten order does not compile.
 */
export const listType = <Filter extends object, Orders extends string>(
  list: List<Filter, Orders>,
  { filter, orders }: { filter?: InputRef<Filter>; orders?: Record<Orders, string> },
): ListType<Filter> => ({
  list,
  ...(filter ? { filter } : {}),
  ...(orders ? { orderBy: orderInput(list.model, orders, list.defaultOrder.direction) } : {}),
})

/** The options of an argument or filter field `includeDeleted`, by which the team of the record sees the bin. */
export const INCLUDE_DELETED = {
  required: true,
  defaultValue: false,
  description: 'Whether what is in the bin is found, too; needs the scope EDITOR, REVIEWER or ADMIN.',
} as const

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'The direction in which a list is sorted.',
  values: {
    ASC: { description: 'Smallest, earliest or first in the alphabet first.' },
    DESC: { description: 'Largest, latest or last in the alphabet first.' },
  },
})

/** Makes the input type `<Model>Order` and its enum `<Model>OrderField`. */
function orderInput(model: ListModel, fields: Record<string, string>, direction: 'ASC' | 'DESC') {
  const field = builder.enumType(`${model}OrderField`, {
    description: 'Every order is made total by the id, so that a cursor never skips or repeats.',
    values: Object.fromEntries(Object.entries(fields).map(([name, description]) => [name, { description }])),
  })
  return builder.inputType(`${model}Order`, {
    description: 'The order of a list: what it is sorted by, and which way.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'The value that the list is sorted by.' }),
      direction: t.field({
        type: OrderDirection,
        required: true,
        defaultValue: direction,
        description: 'Whether the smallest or the largest comes first.',
      }),
    }),
  }) as InputRef<Order>
}
