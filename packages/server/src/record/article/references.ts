import { allOf, sql } from '../../database/sql.js'
import type { Parts } from '../lists/parts.js'
import { MOST_PARTS } from '../most-parts.js'
import { shownStatements } from '../visibility/shown-statements.js'

/**
 * The references of article `p` in order: those of the article itself, and those of statements that the viewer may see.
 */
export const articleReferences: Parts = {
  model: 'Reference',
  id: sql`r.id`,
  from: sql`"Reference" r`,
  where: (view) => sql`r."articleId" = p.id AND (r."statementId" IS NULL
    OR EXISTS (SELECT FROM "Statement" w WHERE w.id = r."statementId" AND ${allOf(shownStatements(sql`w`, view))}))`,
  orderBy: sql`r.start ASC, r.id ASC`,
  most: MOST_PARTS.references,
}
