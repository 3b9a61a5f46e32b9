import { globalId, refusal } from './asking.js'
import { below, type Field, type Fields, root } from './field-readers.js'
import { idOf, lookUpBy } from './look-ups.js'

/** A field that is refused to whoever is no admin. */
const forAdmins =
  (field: Field): Field =>
  (row, args, asking) => {
    if (!asking.caller.scopes.includes('ADMIN')) throw refusal('FORBIDDEN')
    return field(row, args, asking)
  }

/** The fields of the root that tell admins alone something, or the owner of a key. */
export const ADMIN_QUERIES: Fields = {
  // No key of the world has an alert.
  alerts: () => [],
  apiKeys: forAdmins(root('apiKeys', 'ApiKey')),
  webhook: (_row, args, asking) => lookUpBy(asking, 'Webhook', args),
  webhooks: forAdmins(root('webhooks', 'Webhook')),
}

export const WEBHOOKS: Record<string, Fields> = {
  Webhook: {
    id: idOf,
    deliveries: below('deliveries', 'WebhookDelivery', 'webhookId'),
    keyId: ({ ownerKeyId }) => ownerKeyId,
    previousSecretUntil: ({ previousUntil }) => previousUntil,
    statements: ({ statementFilter }) => statementFilter && JSON.stringify(statementFilter),
  },
  WebhookDelivery: {
    id: idOf,
    messageId: ({ id }) => id,
    objectId: ({ type, entityId }) =>
      type === null ? null : globalId(`${type[0]}${type.slice(1).toLowerCase()}`, entityId),
  },
}
