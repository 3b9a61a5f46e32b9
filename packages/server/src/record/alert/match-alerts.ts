import type { Database } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows } from '../../database/insert-rows.js'
import { sql } from '../../database/sql.js'
import type { Alert } from '../../generated/prisma/client.js'
import { changesBehind, type LoggedChange } from '../changes/logged-change.js'
import { sightOf } from '../changes/shown-among.js'
import { storedFilter } from '../statement/stored-filter.js'
import type { Sight, Viewer } from '../viewer.js'
import { ALERT_EVENT } from '../webhook/events.js'
import { ownerNow } from '../webhook/owner.js'
import { type AlertHit, searchAmong } from './alert-search.js'

/** How many changes are looked at together, and for how many alerts. */
const [BATCH, ALERTS] = [200, 500]

/**
 * Looks for what alerts newly find among the statements that have changed, and notes it once for each alert and statement.
 * An alert's place in the log moves on in the same transaction.
 *
 * @param publicSight what callers without scopes see.
 * @returns whether there may be more changes for some alert.
 */
export async function matchAlerts(database: Database, publicSight: Sight): Promise<boolean> {
  const { prisma } = database
  const behind = await prisma.$queryRaw<Alert[]>(sql`
    SELECT a.id::text, a.filter, a.quote, a."minSimilarity", a."ownerKeyId", a."webhookId"::text, a.cursor
    FROM "Alert" a WHERE a.cursor < (SELECT max(c.sequence) FROM "Change" c) ORDER BY a.cursor LIMIT ${ALERTS}`)
  let isMore = behind.length === ALERTS
  for (const [cursor, alerts] of Map.groupBy(behind, (alert) => alert.cursor)) {
    const changes = await changesBehind(database, Number(cursor), BATCH)
    if (changes.length === BATCH) isMore = true
    if (changes.length > 0) await matchWith(database, alerts, changes, publicSight)
  }
  return isMore
}

interface Found extends AlertHit {
  alert: Alert
}

/** Looks for what alerts find among changes, all of which are at the same place in the log. */
async function matchWith(
  { prisma }: Database,
  alerts: readonly Alert[],
  changes: readonly LoggedChange[],
  publicSight: Sight,
): Promise<void> {
  const viewers = new Map<string | null, Viewer | null>()
  const found: Found[] = []
  for (const alert of alerts) {
    const { ownerKeyId: key, quote, minSimilarity } = alert
    if (!viewers.has(key)) viewers.set(key, await ownerNow(prisma, key, publicSight))
    const viewer = viewers.get(key)
    if (!viewer) continue
    const search = { filter: storedFilter(alert.filter), quote, minSimilarity }
    const ids = idsFor(viewer, changes)
    for (const hit of await searchAmong(prisma, search, viewer, ids, ids.length))
      found.push({ alert, ...hit })
  }
  const cursor = alerts[0]?.cursor ?? 0n
  const last = BigInt(changes.at(-1)?.sequence ?? 0)
  await prisma.$transaction(async (tx) => {
    const ids = alerts.map(({ id }) => id)
    // Those that are not moved were deleted or changed, or another process was faster.
    const moved = await tx.$queryRaw<{ id: string }[]>(sql`
      UPDATE "Alert" SET cursor = ${last} WHERE id = ANY(${ids}::uuid[]) AND cursor = ${cursor} RETURNING id::text`)
    const ours = new Set(moved.map(({ id }) => id))
    const rows = found
      .filter(({ alert }) => ours.has(alert.id))
      .map(({ alert, id, matched }) => ({ alertId: alert.id, statementId: id, matched }))
    const fresh = await tx.$queryRaw<{ alertId: string; statementId: string }[]>(sql`
      INSERT INTO "AlertMatch" ("alertId", "statementId", "foundAt", matched)
      SELECT r."alertId", r."statementId", now(), r.matched
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r("alertId" uuid, "statementId" uuid, matched jsonb)
      WHERE EXISTS (SELECT FROM "Statement" s WHERE s.id = r."statementId")
      ON CONFLICT DO NOTHING RETURNING "alertId"::text, "statementId"::text`)
    const deliveries = fresh.flatMap(({ alertId, statementId }) => {
      const webhookId = alerts.find(({ id }) => id === alertId)?.webhookId
      const change = changes.findLast(({ entityId }) => entityId === statementId)
      if (!webhookId || !change) return []
      const { sequence, id: changeId, type, at } = change
      return [
        {
          ...{ id: newId(), webhookId, alertId, event: ALERT_EVENT, sequence, changeId },
          ...{ type, entityId: statementId, at },
        },
      ]
    })
    await insertRows(tx, { table: 'WebhookDelivery', rows: deliveries })
  })
}

/** The statements that have changed, and that a viewer saw after that. */
const idsFor = (viewer: Viewer, changes: readonly LoggedChange[]): string[] => [
  ...new Set(
    changes
      .filter((change) => change.type === 'STATEMENT' && sightOf(change, viewer).after)
      .map(({ entityId }) => entityId),
  ),
]
