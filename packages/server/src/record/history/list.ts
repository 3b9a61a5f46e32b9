import { sql } from '../../database/sql.js'
import type { List } from '../lists/list.js'
import { shownRevision } from '../visibility/shown-revisions.js'

/** What was merged into one object and is merged still; link it by type and id of the object. */
export const merges: List = {
  model: 'Merge',
  from: sql`"Merge" t`,
  orders: { AT: [{ column: sql`t.at`, type: 'timestamptz' }] },
  defaultOrder: { field: 'AT', direction: 'DESC' },
  shown: () => [sql`t."undoneAt" IS NULL`],
}

/** The history of one object; link it by type and id of the object. */
export const revisions: List = {
  model: 'Revision',
  from: sql`"Revision" t`,
  orders: { VERSION: [{ column: sql`t.version`, type: 'int4' }] },
  defaultOrder: { field: 'VERSION', direction: 'DESC' },
  shown: (view) => [shownRevision(sql`t`, view)],
}
