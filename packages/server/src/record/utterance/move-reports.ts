import type { Transaction } from '../../database/database.js'
import { encodeGlobalId } from '../global-id.js'
import { fieldChanges } from '../history/field-changes.js'
import { lockRows } from '../write/lock.js'
import { raiseVersions } from '../write/raise-versions.js'
import type { Write } from '../write/write.js'

interface Member {
  id: string
  utteranceId: string | null
}

/**
 * The global ids of statements in the bin that report an utterance. No input can name them, and they still report the
 * utterance when they come out of the bin.
 */
export const membersInBin = async (tx: Transaction, utteranceId: string): Promise<string[]> =>
  globalIds(
    await tx.statement.findMany({ where: { utteranceId, deletedAt: { not: null } }, select: { id: true } }),
  )

/**
 * Records what else changes when statements come to report an utterance. Each utterance that loses a statement gets a
 * version and a revision; each statement that reports another utterance now gets an entry in the change log.
 *
 * @param utteranceId null for a new utterance.
 * @param statementIds UUIDs of all statements that are to report the utterance.
 */
export async function noteMoves(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  utteranceId: string | null,
  statementIds: readonly string[],
): Promise<void> {
  const select = { id: true, utteranceId: true } as const
  const named = await tx.statement.findMany({ where: { id: { in: [...statementIds] } }, select })
  const lockedIds = [...new Set(named.flatMap((one) => one.utteranceId ?? []))].filter(
    (id) => id !== utteranceId,
  )
  await lockRows(tx, 'Utterance', lockedIds)
  const own = utteranceId === null ? [] : [utteranceId]
  const all: Member[] = await tx.statement.findMany({
    where: { OR: [{ id: { in: [...statementIds] } }, { utteranceId: { in: [...own, ...lockedIds] } }] },
    select,
  })
  const wanted = new Set(statementIds)
  const members = Map.groupBy(all, (one) => one.utteranceId)
  const losing = lockedIds.filter((id) => (members.get(id) ?? []).some((one) => wanted.has(one.id)))
  const versionOf = await raiseVersions(tx, 'Utterance', losing)
  record(
    ...losing.map((id) => {
      const before = members.get(id) ?? []
      const after = before.filter((one) => !wanted.has(one.id))
      const changes = fieldChanges({ statementIds: globalIds(before) }, { statementIds: globalIds(after) })
      return {
        ...({ type: 'UTTERANCE', entityId: id, action: 'UPDATED' } as const),
        ...{ version: versionOf.get(id) ?? null, changes },
      }
    }),
    ...all
      .filter((one) => wanted.has(one.id) !== (one.utteranceId === (utteranceId ?? 'new')))
      .map(({ id }) => ({
        ...({ type: 'STATEMENT', entityId: id, action: 'UPDATED', version: null } as const),
      })),
  )
}

const globalIds = (members: readonly { id: string }[]): string[] =>
  members.map(({ id }) => encodeGlobalId('Statement', id)).sort()
