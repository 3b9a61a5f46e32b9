import type { Sql } from '../../database/sql.js'
import type { Prisma } from '../../generated/prisma/client.js'
import type { View } from '../visibility/view.js'

/** A short list of rows `t` that belong to a parent `p`. It is read as a whole, not page by page. */
export interface Parts {
  /** Prisma's model of the rows. */
  model: Prisma.ModelName
  /** What the rows are read from: "Attribution" a JOIN "Affiliation" t ON … */
  from: Sql
  /** The condition that a row belongs to the parent `p.id` and the viewer may see it. */
  where(view: View): Sql
  orderBy: readonly { by: Sql; direction: 'ASC' | 'DESC'; nulls?: 'FIRST' | 'LAST' }[]
  /** Most rows of one parent. */
  most: number
}
