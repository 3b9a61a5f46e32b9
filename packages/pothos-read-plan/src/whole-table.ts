import type { Execution } from './execution.js'
import type { WholeTable } from './field-plan.js'
import { type Sql, sqlOf } from './sql.js'
import { plain } from './subselect.js'

/** A table before the whole statement. */
export const rootTable = (rows: Sql, run: Execution): WholeTable => ({
  before: plain(''),
  name: plain(run.table(rows)),
})

/** A table of one value, whose rows may depend on the parent. */
export const ownTable = (rows: Sql): WholeTable => ({
  before: sqlOf(['WITH own AS MATERIALIZED (', rows, ') '], undefined),
  name: plain('own'),
})
