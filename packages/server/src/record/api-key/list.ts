import { sql } from '../../database/sql.js'
import type { List } from '../lists/list.js'

export const apiKeys: List<object, 'CREATED_AT'> = {
  model: 'ApiKey',
  from: sql`"ApiKey" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
}
