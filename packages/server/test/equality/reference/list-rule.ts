import type { FilterRules } from './filter-rules.js'

/** A list: how its rows are sorted, and what its filter means. */
export interface ListRule {
  noun: string
  /** The columns of each order. */
  orders: Readonly<Record<string, readonly string[]>>
  order: { field: string; direction: 'ASC' | 'DESC' }
  filter?: FilterRules
}
