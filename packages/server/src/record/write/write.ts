import type { Transaction } from '../../database/database.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { type HistoryEntry, recordHistory } from '../history/record-history.js'
import { claimKey, type KeyClaim, storeResult } from './idempotency.js'

/** A write under way. All that it does is in one transaction: it is committed together or not at all. */
export interface Write {
  /** Use no other connection meanwhile: the embedded database has only one. */
  tx: Transaction
  /** The name of whoever writes. */
  actor: string
  /** Notes what was done to objects, for the history, which is written last in the transaction. */
  record(...entries: HistoryEntry[]): void
}

/**
 * The callback that does the work of a write. It returns ids and facts, never rows: the fields of the answer are read
 * from them, now and whenever the same idempotency key comes again.
 *
 * @throws an error of `record/errors.ts` to refuse the write; nothing is written then.
 */
export type Work<Result> = (write: Write) => Promise<Result>

/**
 * Runs the work of a write in its transaction. Code that has to do something before the transaction begins is given
 * this function.
 */
export type Transact = <Result>(work: Work<Result>) => Promise<Result>

/** How many times a transaction is tried when PostgreSQL aborts it because of a concurrent one. */
const TRIES = 3

/**
 * Runs one write in one transaction: it claims the idempotency key, does the work, stores the result under the key, and
 * writes history and change log. When the work throws, nothing is kept, the key included. The work may run more than
 * once, each time in a new transaction.
 *
 * @param claim the claim of the caller's idempotency key, if they sent one.
 * @throws InputError when the key was used with another mutation or input.
 */
export async function runWrite<Result>(
  prisma: PrismaClient,
  actor: string,
  work: Work<Result>,
  claim?: KeyClaim,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await prisma.$transaction((tx) => runIn(tx, actor, work, claim))
    } catch (error) {
      if (tries === TRIES || !isWorthRetrying(error)) throw error
    }
  }
}

async function runIn<Result>(tx: Transaction, actor: string, work: Work<Result>, claim?: KeyClaim) {
  const earlier = claim && (await claimKey(tx, claim))
  if (earlier) return earlier.result as Result
  const entries: HistoryEntry[] = []
  const result = await work({ tx, actor, record: (...more) => entries.push(...more) })
  if (claim) await storeResult(tx, claim, result)
  await recordHistory(tx, actor, entries)
  return result
}

/**
 * Whether the next try may succeed: after a deadlock or write conflict (Prisma's P2034), and after a unique index was
 * violated (P2002), for the next try finds the object that the other transaction made. Raw queries report both as P2010
 * with the adapter's kind.
 */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2034' || error.code === 'P2002') return true
  const kinds = ['TransactionWriteConflict', 'UniqueConstraintViolation']
  const meta = JSON.stringify(error.meta ?? {})
  return error.code === 'P2010' && kinds.some((kind) => meta.includes(kind))
}
