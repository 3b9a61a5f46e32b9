import { oneOf } from './filter-rules.js'
import type { ListRule } from './list-rule.js'

const NEWEST = {
  orders: { CREATED_AT: ['createdAt'] },
  order: { field: 'CREATED_AT', direction: 'DESC' },
} as const

export const WEBHOOK_LISTS = {
  webhooks: { noun: 'Webhook', ...NEWEST },
  deliveries: { noun: 'WebhookDelivery', ...NEWEST, filter: { statuses: oneOf('status') } },
} as const satisfies Record<string, ListRule>
