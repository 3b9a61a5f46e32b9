import { anyOf, sql } from '../../database/sql.js'
import type { DeliveryStatus } from '../../generated/prisma/enums.js'
import { field, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export const webhooks: List<object, 'CREATED_AT'> = {
  model: 'Webhook',
  from: sql`"Webhook" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
}

export interface DeliveryFilter {
  statuses?: Maybe<readonly DeliveryStatus[]>
}

export const deliveries: List<DeliveryFilter, 'CREATED_AT'> = {
  model: 'WebhookDelivery',
  from: sql`"WebhookDelivery" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'DESC' },
  filter: { statuses: field((statuses) => anyOf(sql`t.status`, statuses, '"DeliveryStatus"')) },
}
