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
  // A cursor also says from which place on the log was whole when it was given out: see `log_reaches`. The minus keeps a row
  // from being behind its own cursor when that place has moved.
  orders: {
    SEQUENCE: [
      { column: sql`t.sequence`, type: 'int8' },
      { column: sql`-(SELECT h.sequence FROM "ChangeHorizon" h)`, type: 'int8' },
    ],
  },
  defaultOrder: { field: 'SEQUENCE', direction: 'ASC' },
  goesOn: ([sequence, horizon]) => sql`log_reaches(${sequence}, -${horizon})`,
  filter: { types: field((types) => anyOf(sql`t.type`, types, '"EntityType"')) },
}
