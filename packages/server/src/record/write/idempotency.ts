import { createHash } from 'node:crypto'
import type { Transaction } from '../../database/database.js'
import { wrong } from './input.js'

/** A caller's key for one write: the same key and input give the same answer for {@link HOURS_KEPT} hours. */
export interface KeyClaim {
  key: string
  /** Whose it is, apart from everybody else's: the id of their API key, for several can have one name. */
  owner: string
  /** The mutation's name. */
  operation: string
  /** SHA-256 of the input without the key. */
  inputHash: string
}

export const HOURS_KEPT = 24

/** Keys that are past their time and go with each new one: more than come, so that the table does not grow. */
const PRUNED = 10

const LONGEST = 200

const PATH = ['input', 'idempotencyKey']

/** @throws InputError when the key is empty or too long. */
export function keyClaim(key: string, operation: string, input: object, owner: string): KeyClaim {
  if (key.trim() === '') {
    throw wrong(PATH, `is empty: pass 1 to ${LONGEST} characters, or leave it out`)
  }
  if (key.length > LONGEST) {
    throw wrong(PATH, `has ${key.length} characters: pass 1 to ${LONGEST}`)
  }
  return { key, owner, operation, inputHash: createHash('sha256').update(sorted(input)).digest('hex') }
}

/** JSON in which the order of fields, which means nothing, is always the same. */
const sorted = (input: object) =>
  JSON.stringify(input, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/**
 * Takes the key for this transaction. When another one is under way with it, PostgreSQL waits for that: this one then
 * gives its answer, or takes the key if that one failed.
 *
 * @returns what the write gave when it was done before; null when it is now to be done.
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

/** Keeps the answer under the key that {@link claimKey} took. */
export async function storeResult(tx: Transaction, { key, owner: actor }: KeyClaim, result: unknown) {
  await tx.idempotencyKey.update({
    where: { actor_key: { actor, key } },
    data: { result: result as object },
  })
}
