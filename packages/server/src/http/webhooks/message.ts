import { Webhook as Signer } from 'standardwebhooks'
import type { Webhook, WebhookDelivery } from '../../generated/prisma/client.js'
import type { Context } from '../../graphql/context.js'
import { cursorOf } from '../../record/changes/place-cursor.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { NOUN_OF } from '../../record/nouns.js'
import { deliveredObject } from './delivered-object.js'

/** The body and the headers of a delivery: https://www.standardwebhooks.com */
export interface Message {
  headers: Record<string, string>
  body: string
}

/** What a delivery says, as JSON: the change, and its object as its reader may see it now. */
export async function bodyOf(delivery: WebhookDelivery, context: Context): Promise<string> {
  const { event, at, type, entityId, sequence, changeId } = delivery
  const message = { type: event, timestamp: at.toISOString() }
  if (!type || !entityId || sequence === null || !changeId) return JSON.stringify({ ...message, data: {} })
  const objectId = encodeGlobalId(NOUN_OF[type], entityId)
  const object = await deliveredObject(context, type, entityId)
  const kind = event.split('.')[1]?.toUpperCase()
  const cursor = cursorOf({ sequence: Number(sequence), id: changeId })
  return JSON.stringify({ ...message, data: { cursor, kind, objectType: type, objectId, object } })
}

/** Signs a message for now. After a rotation it has two signatures, until the secret before is no longer good. */
export function signed(
  { id }: Pick<WebhookDelivery, 'id'>,
  body: string,
  { secret, previousSecret, previousUntil }: Webhook,
): Message {
  const now = new Date()
  const isPreviousGood = previousSecret !== null && previousUntil !== null && previousUntil > now
  const secrets = isPreviousGood ? [secret, previousSecret] : [secret]
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'OnRecord-Webhooks (https://www.standardwebhooks.com)',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((one) => new Signer(one).sign(id, now, body)).join(' '),
    },
  }
}
