import { type Sql, sql } from '../../database/sql.js'
import type { ReviewStatus } from '../../generated/prisma/enums.js'
import { ForbiddenError } from '../errors.js'
import type { Sight, Viewer } from '../viewer.js'

/** What a read shows to its viewer. */
export interface View {
  sight: Sight
  /** Whether it shows what is in the bin, too. */
  bin: boolean
  /** Whether it shows what only admins see, too: API keys, webhooks and deliveries. */
  keys: boolean
}

/**
 * The view of a viewer.
 *
 * @param bin whether the read asks for what is in the bin, too.
 * @throws ForbiddenError when it does and the viewer may not see that.
 */
export function viewOf({ sight, scopes }: Viewer, bin = false): View {
  if (bin && sight !== 'EVERYTHING') throw new ForbiddenError('editor')
  return { sight, bin, keys: scopes.has('admin') }
}

/**
 * A rule of what a read shows: the conditions on the row of a noun under which it is shown.
 *
 * @param alias the alias of the row.
 * @param few something else, such as a parent, narrows the rows to few. Changes how PostgreSQL searches, not what it
 *   finds.
 */
export type Shown = (alias: Sql, view: View, few?: boolean) => Sql[]

const HIDDEN: Record<Sight, readonly ReviewStatus[]> = {
  PUBLIC: ['PROPOSED', 'REJECTED'],
  PROPOSALS: ['REJECTED'],
  EVERYTHING: [],
}

/** Whether statements with a review status are hidden from a viewer. */
export const hides = (sight: Sight, status: ReviewStatus): boolean => HIDDEN[sight].includes(status)

/**
 * The condition that a review status is shown. With `<>` PostgreSQL can still read the rows from the index of an order.
 */
export const isShown = (status: Sql, sight: Sight): Sql =>
  sight === 'PUBLIC' ? sql`${status} IN ('VERIFIED', 'RETRACTED')` : sql`${status} <> 'REJECTED'`

/**
 * The condition that an article is not in the bin. It is an anti-join, because the planner expects NOT IN to keep half
 * of the rows and would read a whole list for one page.
 */
export const notInBin = (articleId: Sql): Sql =>
  sql`NOT EXISTS (SELECT FROM "Article" d WHERE d.id = ${articleId} AND d."deletedAt" IS NOT NULL)`
