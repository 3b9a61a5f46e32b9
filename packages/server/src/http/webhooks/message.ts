import { Webhook as Signer } from 'standardwebhooks'
import type { Alert, Webhook, WebhookDelivery } from '../../generated/prisma/client.js'
import type { Context } from '../../graphql/context.js'
import type { Matched } from '../../record/alert/alert-search.js'
import { cursorOf } from '../../record/changes/place-cursor.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { NOUN_OF } from '../../record/nouns.js'
import { deliveredObject } from './delivered-object.js'

/** The body and the headers of a delivery: https://www.standardwebhooks.com */
export interface Message {
  headers: Record<string, string>
  body: string
}

/** A delivery with the alert that has made it, if one has. */
export type TakenRow = WebhookDelivery & { alert: Alert | null }

/**
 * What a delivery says, as JSON: the change, and its object as its reader may see it now.
 *
 * @returns null for what an alert has found, and may not be seen any more.
 */
export async function bodyOf(delivery: TakenRow, context: Context): Promise<string | null> {
  const { event, at, type, entityId, sequence, changeId, alert } = delivery
  const message = { type: event, timestamp: at.toISOString() }
  if (!type || !entityId || sequence === null || !changeId) return JSON.stringify({ ...message, data: {} })
  const object = await deliveredObject(context, type, entityId)
  const cursor = cursorOf({ sequence: Number(sequence), id: changeId })
  const told = { cursor, objectType: type, objectId: encodeGlobalId(NOUN_OF[type], entityId), object }
  if (!alert) {
    const kind = event.split('.')[1]?.toUpperCase()
    return JSON.stringify({ ...message, data: { ...told, kind } })
  }
  const found = await context.prisma.alertMatch.findUnique({
    where: { alertId_statementId: { alertId: alert.id, statementId: entityId } },
  })
  if (!object || !found) return null
  const matched = found.matched as unknown as Matched
  const { name } = alert
  const data = { ...told, alert: { id: encodeGlobalId('Alert', alert.id), name }, matched }
  return JSON.stringify({ ...message, data })
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
