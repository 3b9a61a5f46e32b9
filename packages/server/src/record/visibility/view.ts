import { type Sql, sql } from '../../database/sql.js'
import type { ReviewStatus } from '../../generated/prisma/enums.js'
import { ForbiddenError } from '../errors.js'
import type { Sight, Viewer } from '../viewer.js'

/** What a read shows. */
export interface View {
  sight: Sight
  /** Also what is in the bin. */
  bin: boolean
  /** Also the keys of the API. */
  keys: boolean
}

/** @throws ForbiddenError when somebody asks for the bin who may not look into it. */
export function viewOf({ sight, scopes }: Viewer, bin = false): View {
  if (bin && sight !== 'EVERYTHING') throw new ForbiddenError('editor')
  return { sight, bin, keys: scopes.has('admin') }
}

/**
 * Which rows of a noun a read shows: conditions on the row with an alias.
 *
 * @param few something else has narrowed the rows to few, such as those of one parent.
 */
export type Shown = (alias: Sql, view: View, few?: boolean) => Sql[]

const HIDDEN: Record<Sight, readonly ReviewStatus[]> = {
  PUBLIC: ['PROPOSED', 'REJECTED'],
  PROPOSALS: ['REJECTED'],
  EVERYTHING: [],
}

/** Whether statements of a review status are hidden from a viewer. */
export const hides = (sight: Sight, status: ReviewStatus): boolean => HIDDEN[sight].includes(status)

/** The condition that a review status is shown. Of one that is hidden, "<>" lets an index of an order be used. */
export const isShown = (status: Sql, sight: Sight): Sql =>
  sight === 'PUBLIC' ? sql`${status} IN ('VERIFIED', 'RETRACTED')` : sql`${status} <> 'REJECTED'`

/** An anti-join: of NOT IN the planner would think that it keeps half of the rows, and read whole lists for a page. */
export const notInBin = (articleId: Sql): Sql =>
  sql`NOT EXISTS (SELECT FROM "Article" d WHERE d.id = ${articleId} AND d."deletedAt" IS NOT NULL)`
