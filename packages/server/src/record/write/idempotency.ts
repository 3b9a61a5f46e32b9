import { createHash } from 'node:crypto'
import type { Transaction } from '../../database/database.js'
import { wrong } from './input.js'

/**
 * A caller's idempotency key for one write: the same key and input give the same answer for {@link HOURS_KEPT} hours.
 */
export interface KeyClaim {
  key: string
  /** The id of the API key that sent it; not its name, for several API keys can have one name. */
  owner: string
  /** The mutation's name. */
  operation: string
  /** SHA-256 of the input without the key. */
  inputHash: string
}

export const HOURS_KEPT = 24

/** How many expired keys each new key deletes: more than one, so that the table does not grow. */
const PRUNED = 10

const LONGEST = 200

const PATH = ['input', 'idempotencyKey']

/** Makes the claim of a key. @throws InputError when the key is empty or too long. */
export function keyClaim(key: string, operation: string, input: object, owner: string): KeyClaim {
  if (key.trim() === '') {
    throw wrong(PATH, `is empty: pass 1 to ${LONGEST} characters, or leave it out`)
  }
  if (key.length > LONGEST) {
    throw wrong(PATH, `has ${key.length} characters: pass 1 to ${LONGEST}`)
  }
  return { key, owner, operation, inputHash: createHash('sha256').update(sorted(input)).digest('hex') }
}

/** JSON with the fields of every object sorted by name, for their order in the input means nothing. */
const sorted = (input: object) =>
  JSON.stringify(input, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/**
 * Claims the key for this transaction. When another transaction holds the key, PostgreSQL waits until it ends: if it
 * committed, this call returns its result; if it failed, this transaction claims the key.
 *
 * @returns the result of the write when it was done before; null when it is to be done now.
 * @throws InputError when the key came with another write or input.
 */
export async function claimKey(tx: Transaction, { key, owner: actor, operation, inputHash }: KeyClaim) {
  const claimed = await tx.$executeRaw`
    WITH past AS (
      SELECT actor, key FROM "IdempotencyKey"
      WHERE "createdAt" < now() - ${HOURS_KEPT} * interval '1 hour' AND (actor, key) <> (${actor}, ${key})
      ORDER BY "createdAt" LIMIT ${PRUNED} FOR UPDATE SKIP LOCKED
    ), pruned AS (DELETE FROM "IdempotencyKey" k USING past WHERE (k.actor, k.key) = (past.actor, past.key))
    INSERT INTO "IdempotencyKey" (actor, key, operation, "inputHash", result)
    VALUES (${actor}, ${key}, ${operation}, ${inputHash}, 'null')
    ON CONFLICT (actor, key) DO UPDATE
    SET operation = excluded.operation, "inputHash" = excluded."inputHash", "createdAt" = now()
    WHERE "IdempotencyKey"."createdAt" < now() - ${HOURS_KEPT} * interval '1 hour'`
  if (claimed > 0) return null
  const stored = await tx.idempotencyKey.findUniqueOrThrow({ where: { actor_key: { actor, key } } })
  if (stored.operation !== operation || stored.inputHash !== inputHash) {
    throw wrong(
      PATH,
      `was used with another input in the last ${HOURS_KEPT} hours: choose a new key for each write`,
    )
  }
  return { result: stored.result as unknown }
}

/** Stores the result under the key that {@link claimKey} claimed. */
export async function storeResult(tx: Transaction, { key, owner: actor }: KeyClaim, result: unknown) {
  await tx.idempotencyKey.update({
    where: { actor_key: { actor, key } },
    data: { result: result as object },
  })
}
