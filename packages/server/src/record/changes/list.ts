import { anyOf, sql } from '../../database/sql.js'
import type { EntityType } from '../../generated/prisma/enums.js'
import { field, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface ChangeFilter {
  types?: Maybe<readonly EntityType[]>
}

/** The log of changes, in the order in which they were committed. */
export const changes: List<ChangeFilter, 'SEQUENCE'> = {
  model: 'Change',
  from: sql`"Change" t`,
  orders: { SEQUENCE: [{ column: sql`t.sequence`, type: 'int8' }] },
  defaultOrder: { field: 'SEQUENCE', direction: 'ASC' },
  goesOn: ([sequence]) => sql`log_reaches(${sequence})`,
  filter: { types: field((types) => anyOf(sql`t.type`, types, '"EntityType"')) },
}
