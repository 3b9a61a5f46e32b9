import { WebhookDisabledReason as Reasons, DeliveryStatus as Statuses } from '../../generated/prisma/enums.js'
import { builder } from '../builder.js'

export const DeliveryStatus = builder.enumType(Statuses, {
  name: 'WebhookDeliveryStatus',
  description: 'What became of a delivery.',
  values: {
    PENDING: { description: 'It waits for its turn, for the next try, or until its webhook is enabled.' },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299.' },
    FAILED: { description: 'All tries failed; `webhookDeliveryRetry` sends it again.' },
    DISCARDED: { description: 'What it tells of may not be seen any more, and nothing was sent.' },
  },
})

export const DisabledReason = builder.enumType(Reasons, {
  name: 'WebhookDisabledReason',
  description: 'Why nothing is sent to a webhook.',
  values: {
    REQUESTED: { description: 'Somebody disabled it.' },
    KEY_INVALID: { description: 'The key whose rights it has was revoked, has expired, or is not ADMIN.' },
    GONE: { description: 'The receiver answered 410 Gone.' },
    FAILING: { description: 'Nothing has arrived for five days.' },
  },
})
