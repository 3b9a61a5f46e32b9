import type { Transaction } from '../database/database.js'
import type { ChangeKind, EntityType } from '../generated/prisma/enums.js'

/** One entry of the ordered log. */
export interface ChangeEntry {
  kind: ChangeKind
  type: EntityType
  entityId: string
}

/**
 * Writes what a transaction changed into the log. It comes last in the transaction: from here to the commit, other
 * writers wait, which is what makes the log's order the order of commits.
 */
export async function recordChanges(tx: Transaction, actor: string, entries: ChangeEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx.change.createMany({ data: entries.map((entry) => ({ ...entry, actor })) })
}
