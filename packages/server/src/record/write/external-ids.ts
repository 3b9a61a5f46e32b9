import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { raw, sql } from '../../database/sql.js'
import { type IdentifiedNoun, NOUNS } from '../nouns.js'
import { wrong } from './input.js'

/** An object's id in another system. */
export interface ExternalIdValue {
  namespace: string
  value: string
}

const LONGEST = 500

/** Checks the lengths of both parts. @throws InputError when a part is empty or too long. */
export function checkExternalId({ namespace, value }: ExternalIdValue, path: string[]): void {
  for (const [field, text] of Object.entries({ namespace, value })) {
    if (text.trim() === '' || text.length > LONGEST) {
      throw wrong([...path, field], `has ${text.trim().length} characters: pass 1 to ${LONGEST}`)
    }
  }
}

/**
 * Finds the object that has an external id, and takes an advisory lock on the id until the transaction ends. When two
 * transactions claim one id at once, the second waits, and then finds the object that the first made. Call it before
 * any row is locked.
 *
 * @param path of the external id in the input.
 * @returns the object's UUID; null when there is none.
 * @throws InputError when a part is empty or too long.
 */
export async function claimExternalId(
  tx: Transaction,
  noun: IdentifiedNoun,
  { namespace, value }: ExternalIdValue,
  path: string[],
): Promise<string | null> {
  checkExternalId({ namespace, value }, path)
  const { entityType, externalIdColumn } = NOUNS[noun]
  const lock = JSON.stringify([entityType, namespace, value])
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
  const [row] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT ${raw(`"${externalIdColumn}"`)}::text AS id
    FROM "ExternalId" WHERE type = ${entityType}::"EntityType" AND namespace = ${namespace} AND value = ${value}`)
  return row?.id ?? null
}

/**
 * Gives an object an external id, after {@link claimExternalId} has found that no other object has it.
 *
 * @returns its external ids before and after, as revisions hold them: "wordpress:17", sorted.
 */
export async function addExternalId(
  tx: Transaction,
  noun: IdentifiedNoun,
  id: string,
  added: ExternalIdValue,
): Promise<{ before: string[]; after: string[] }> {
  const before = await storedExternalIds(tx, noun, id)
  const after = [...new Set([...before, textOf(added)])].sort()
  if (after.length > before.length) {
    const { entityType: type, externalIdColumn: owner } = NOUNS[noun]
    await tx.externalId.create({ data: { id: newId(), type, [owner]: id, ...added } })
  }
  return { before, after }
}

/** The external ids of an object as revisions hold them: "wordpress:17", sorted. */
export async function storedExternalIds(
  tx: Transaction,
  noun: IdentifiedNoun,
  id: string,
): Promise<string[]> {
  const where = { [NOUNS[noun].externalIdColumn]: id }
  const stored = await tx.externalId.findMany({ where, select: { namespace: true, value: true } })
  return stored.map(textOf).sort()
}

const textOf = ({ namespace, value }: ExternalIdValue) => `${namespace}:${value}`
