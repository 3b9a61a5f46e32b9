import { sql } from '../schema/filter.js'
import { type List, orderInput } from '../schema/list.js'

export const apiKeys: List = {
  model: 'ApiKey',
  from: sql`"ApiKey" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
  orderInput: orderInput('ApiKey', { CREATED_AT: 'When it was made.' }, 'DESC'),
  where: () => [],
}
