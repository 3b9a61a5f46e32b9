import type { Transaction } from '../../database/database.js'
import { sql } from '../../database/sql.js'
import type { DeliveryStatus } from '../../generated/prisma/enums.js'
import { disableWebhook } from './disable.js'

/** Milliseconds without a success after which a webhook is disabled. */
export const LONGEST_FAILING = 5 * 24 * 3_600_000

/** The status by which a receiver says that it wants no more. */
const GONE = 410

/** Most characters of an error that are kept. */
const LONGEST_ERROR = 500

/** Notes that a delivery is not sent, because what it tells of may not be seen any more. */
export async function noteDiscarded({ webhookDelivery }: Transaction, id: string): Promise<void> {
  const become: DeliveryStatus = 'DISCARDED'
  await webhookDelivery.updateMany({
    where: { id },
    data: { status: become, finishedAt: new Date(), nextAttemptAt: null },
  })
}

/** What came of one try. */
export interface Tried {
  delivery: { id: string; webhookId: string; attempts: number }
  status: number | null
  /** Null for a success. */
  error: string | null
}

/**
 * Whether a delivery is sent again after a try: not when it arrived, was sent often enough, or the receiver is gone.
 */
export const isTriedAgain = ({ delivery, status, error }: Tried, most: number): boolean =>
  error !== null && status !== GONE && delivery.attempts + 1 < most

/**
 * Notes what came of a try, at a delivery and at its webhook, which is disabled when its receiver is gone, or when nothing
 * has arrived for {@link LONGEST_FAILING}.
 *
 * @param nextAttemptAt when it is sent again; null for never.
 */
export async function noteOutcome(
  tx: Transaction,
  { delivery, status, error }: Tried,
  nextAttemptAt: Date | null,
): Promise<void> {
  const { id, webhookId } = delivery
  const now = new Date()
  // Whoever changes or deletes a webhook locks it before its deliveries.
  await tx.$queryRaw(sql`SELECT FROM "Webhook" WHERE id = ${webhookId}::uuid FOR NO KEY UPDATE`)
  const become: DeliveryStatus = error === null ? 'DELIVERED' : nextAttemptAt ? 'PENDING' : 'FAILED'
  await tx.webhookDelivery.updateMany({
    where: { id },
    data: {
      ...{ status: become, lastStatus: status, lastError: error?.slice(0, LONGEST_ERROR) ?? null },
      ...{ attempts: { increment: 1 }, lastAttemptAt: now, nextAttemptAt },
      finishedAt: become === 'PENDING' ? null : now,
    },
  })
  if (error === null) {
    await tx.webhook.updateMany({
      where: { id: webhookId, failingSince: { not: null } },
      data: { failingSince: null },
    })
    return
  }
  await tx.webhook.updateMany({ where: { id: webhookId, failingSince: null }, data: { failingSince: now } })
  if (status === GONE) return disableWebhook(tx, webhookId, 'GONE')
  const isFailing = { id: webhookId, failingSince: { lt: new Date(now.getTime() - LONGEST_FAILING) } }
  if ((await tx.webhook.count({ where: isFailing })) > 0) await disableWebhook(tx, webhookId, 'FAILING')
}
