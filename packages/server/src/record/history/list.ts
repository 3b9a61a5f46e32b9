import { sql } from '../../database/sql.js'
import type { List } from '../lists/list.js'
import { shownRevision } from '../visibility/shown-revisions.js'

/** The merges into an object that were not undone. Link it to the object by the object's type and id. */
export const merges: List = {
  model: 'Merge',
  from: sql`"Merge" t`,
  orders: { AT: [{ column: sql`t.at`, type: 'timestamptz' }] },
  defaultOrder: { field: 'AT', direction: 'DESC' },
  shown: () => [sql`t."undoneAt" IS NULL`],
}

/** The revisions of an object. Link it to the object by the object's type and id. */
export const revisions: List = {
  model: 'Revision',
  from: sql`"Revision" t`,
  orders: { VERSION: [{ column: sql`t.version`, type: 'int4' }] },
  defaultOrder: { field: 'VERSION', direction: 'DESC' },
  shown: (view) => [shownRevision(sql`t`, view)],
}
