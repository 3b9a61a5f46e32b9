import { raw, type Sql, sql } from '../../database/sql.js'
import type { ReviewStatus } from '../../generated/prisma/enums.js'
import { isShown, type View } from './view.js'

/**
 * The condition that a viewer may see a revision of an object that they see. A revision of a statement is hidden when
 * the statement had a hidden review status after it.
 */
export const shownRevision = (alias: Sql, view: View): Sql => {
  if (view.sight === 'EVERYTHING') return sql`TRUE`
  const status = sql`coalesce((SELECT c->>'after' FROM "Revision" r, jsonb_array_elements(r.changes) c
    WHERE r.type = ${alias}.type AND r."entityId" = ${alias}."entityId" AND r.version <= ${alias}.version
      AND c->>'field' = 'reviewStatus'
    ORDER BY r.version DESC LIMIT 1), ${raw(`'${'PROPOSED' satisfies ReviewStatus}'`)})`
  return sql`(${alias}.type <> 'STATEMENT' OR ${isShown(status, view.sight)})`
}
