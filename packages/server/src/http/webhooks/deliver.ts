import type { Database } from '../../database/database.js'
import type { Context } from '../../graphql/context.js'
import type { Caller } from '../../record/api-key/authenticate.js'
import type { Sight } from '../../record/viewer.js'
import { disableWebhook } from '../../record/webhook/disable.js'
import { isTriedAgain, noteDiscarded, noteOutcome } from '../../record/webhook/outcome.js'
import { ownerNow } from '../../record/webhook/owner.js'
import type { TakenDelivery } from './delivery-queue.js'
import { bodyOf, signed } from './message.js'
import { type PostOptions, post } from './post.js'

export interface DeliverOptions extends PostOptions {
  database: Database
  /** What callers without scopes see. */
  publicSight: Sight
  /** Makes the context in which somebody reads. */
  contextAs(reader: Caller, requestId: string): Context
  /** How often a delivery is sent at most. */
  mostAttempts: number
}

/**
 * Sends a delivery that was taken from the queue, and notes what came of it, in one transaction with the queue. When this
 * process ends in between, the delivery is sent once more, with the same id.
 */
export async function deliver(taken: TakenDelivery, options: DeliverOptions): Promise<void> {
  const { prisma } = options.database
  const delivery = await prisma.webhookDelivery.findUnique({
    where: { id: taken.deliveryId },
    include: { webhook: true, alert: true },
  })
  // It was deleted, or waits for its webhook to be enabled.
  if (delivery?.status !== 'PENDING' || delivery.webhook.disabledAt) {
    return prisma.$transaction((tx) => taken.complete(tx))
  }
  const { webhook } = delivery
  const owner = await ownerNow(prisma, webhook.ownerKeyId, options.publicSight)
  if (!owner?.scopes.has('admin')) {
    return prisma.$transaction(async (tx) => {
      await disableWebhook(tx, webhook.id, 'KEY_INVALID')
      await taken.complete(tx)
    })
  }
  const { alert } = delivery
  const readerKey = alert ? alert.ownerKeyId : webhook.ownerKeyId
  const viewer = alert ? await ownerNow(prisma, readerKey, options.publicSight) : owner
  const reader = viewer && options.contextAs({ viewer, keyId: readerKey }, delivery.id)
  const body = reader && (await bodyOf(delivery, reader))
  if (body === null) {
    return prisma.$transaction(async (tx) => {
      await noteDiscarded(tx, delivery.id)
      await taken.complete(tx)
    })
  }
  const message = signed(delivery, body, webhook)
  const posted = await post(webhook.url, message.headers, message.body, options)
  const tried = { delivery, ...posted }
  await prisma.$transaction(async (tx) => {
    const again = isTriedAgain(tried, options.mostAttempts) ? await taken.again(tx) : null
    if (again === null) await taken.complete(tx)
    await noteOutcome(tx, tried, again)
  })
}
