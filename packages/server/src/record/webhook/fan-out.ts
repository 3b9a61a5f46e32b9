import type { Database } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import { sql } from '../../database/sql.js'
import { changesBehind, type LoggedChange } from '../changes/logged-change.js'
import { filteredBy } from '../changes/shown-among.js'
import { statements } from '../statement/list.js'
import { storedFilter } from '../statement/stored-filter.js'
import type { Sight, Viewer } from '../viewer.js'
import { disableWebhook } from './disable.js'
import { eventOf, isSent } from './events.js'
import { ownerNow } from './owner.js'

/** How many changes are looked at together. */
const BATCH = 500

/** Deliveries that may wait for one webhook. While there are more, the log waits for it. */
const MOST_WAITING = 5_000

interface BehindWebhook {
  id: string
  events: string[]
  statementFilter: unknown
  ownerKeyId: string | null
  cursor: bigint
}

/**
 * Makes deliveries of the changes that each webhook has not got yet, and moves its cursor on, both in one transaction: a
 * change is neither left out nor delivered twice, however many processes do this, and whenever one of them ends.
 *
 * @param publicSight what callers without scopes see.
 * @returns whether there may be more changes for some webhook.
 */
export async function fanOut(database: Database, publicSight: Sight): Promise<boolean> {
  const behind = await database.prisma.$queryRaw<BehindWebhook[]>(sql`
    SELECT w.id::text, w.events, w."statementFilter", w."ownerKeyId", w.cursor FROM "Webhook" w
    WHERE w."disabledAt" IS NULL AND w.cursor < (SELECT max(c.sequence) FROM "Change" c)
      AND ${MOST_WAITING} > (SELECT count(*) FROM (SELECT FROM "WebhookDelivery" d
        WHERE d."webhookId" = w.id AND d.status = 'PENDING' LIMIT ${MOST_WAITING}) d)
    ORDER BY w.cursor`)
  let isMore = false
  for (const webhook of behind) {
    if (await fanOutTo(database, webhook, publicSight)) isMore = true
  }
  return isMore
}

/** @returns whether there may be more changes for the webhook. */
async function fanOutTo(database: Database, webhook: BehindWebhook, publicSight: Sight): Promise<boolean> {
  const { prisma } = database
  const { id, ownerKeyId, cursor, events } = webhook
  const viewer = await ownerNow(prisma, ownerKeyId, publicSight)
  if (!viewer?.scopes.has('admin')) {
    await disableWebhook(prisma, id, 'KEY_INVALID')
    return false
  }
  const changes = await changesBehind(database, Number(cursor), BATCH)
  const last = changes.at(-1)
  if (!last) return false
  const named = changes.filter(({ type, kind }) => isSent(events, eventOf(type, kind)))
  const rows = deliveriesOf(id, await meant(database, webhook, viewer, named))
  const next = BigInt(last.sequence)
  await prisma.$transaction(async (tx) => {
    const moved = await tx.webhook.updateMany({
      where: { id, cursor, ownerKeyId, disabledAt: null },
      data: { cursor: next },
    })
    // Otherwise another process was faster, or somebody has changed the webhook.
    if (moved.count === 1) await insertRows(tx, { table: 'WebhookDelivery', rows })
  })
  return changes.length === BATCH
}

/** The changes that a webhook is sent, among those that it has named: its filter is about statements. */
async function meant(
  { prisma }: Database,
  { statementFilter }: BehindWebhook,
  viewer: Viewer,
  changes: readonly LoggedChange[],
): Promise<readonly LoggedChange[]> {
  if (statementFilter === null) return changes
  const isOfStatement = ({ type }: LoggedChange) => type === 'STATEMENT'
  const filter = storedFilter(statementFilter)
  const kept = new Set(
    await filteredBy({ prisma, viewer }, changes.filter(isOfStatement), statements, filter),
  )
  return changes.filter((change) => !isOfStatement(change) || kept.has(change))
}

const deliveriesOf = (webhookId: string, changes: readonly LoggedChange[]) =>
  changes.map(({ sequence, id, kind, type, entityId, at }) => ({
    ...{ id: newId(), webhookId, event: eventOf(type, kind), at },
    ...{ sequence, changeId: id, type, entityId },
  }))
