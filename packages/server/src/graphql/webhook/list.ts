import { type DeliveryFilter, deliveries, webhooks } from '../../record/webhook/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'
import { DeliveryStatus } from './enums.js'

export const webhookList = listType(webhooks, {})

const DeliveryFilterInput = filterInput<DeliveryFilter>('WebhookDelivery', whichOf('deliveries'), (t) => ({
  statuses: t.field({ type: [DeliveryStatus], description: 'In one of these states.' }),
}))

export const deliveryList = listType(deliveries, { filter: DeliveryFilterInput })
