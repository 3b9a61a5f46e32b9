import type { Execution } from './execution.js'
import type { Level } from './level.js'
import type { Part } from './sql.js'

/** The page of a list whose rows are the rows of the statement itself, and no JSON. */
export interface FlatPage {
  level: Level
  /** The sub-query of its rows; null when the arguments of the page are wrong. */
  from(run: Execution): Part<Execution> | null
  order(run: Execution): Part<Execution>
  /** The slot that tells that there is a row. */
  presence: number
}
