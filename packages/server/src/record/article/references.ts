import { allOf, sql } from '../../database/sql.js'
import type { Parts } from '../lists/parts.js'
import { MOST_PARTS } from '../most-parts.js'
import { shownStatements } from '../visibility/shown-statements.js'

/**
 * The references of article `p` in order: those of the article itself, and those of statements that the viewer may see.
 */
export const articleReferences: Parts = {
  model: 'Reference',
  from: sql`"Reference" t`,
  where: (view) => sql`t."articleId" = p.id AND (t."statementId" IS NULL
    OR EXISTS (SELECT FROM "Statement" w WHERE w.id = t."statementId" AND ${allOf(shownStatements(sql`w`, view))}))`,
  orderBy: [
    { by: sql`t.start`, direction: 'ASC' },
    { by: sql`t.id`, direction: 'ASC' },
  ],
  most: MOST_PARTS.references,
}
