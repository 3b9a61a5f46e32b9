import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'

/** Days for which a delivery that is done is kept, and how many of a webhook are at most. */
export const [DAYS_KEPT, MOST_KEPT] = [30, 10_000]

/** Removes deliveries that are done and older, or more, than is kept. Those that wait stay. */
export async function pruneDeliveries(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw(sql`
    DELETE FROM "WebhookDelivery" WHERE "finishedAt" < now() - ${DAYS_KEPT} * interval '1 day'`)
  await prisma.$executeRaw(sql`
    DELETE FROM "WebhookDelivery" d USING "Webhook" w, LATERAL (
      SELECT o."createdAt", o.id FROM "WebhookDelivery" o WHERE o."webhookId" = w.id
      ORDER BY o."createdAt" DESC, o.id DESC OFFSET ${MOST_KEPT} LIMIT 1) o
    WHERE d."webhookId" = w.id AND (d."createdAt", d.id) <= (o."createdAt", o.id) AND d."finishedAt" IS NOT NULL`)
}
