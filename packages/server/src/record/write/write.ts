import type { Transaction } from '../../database/database.js'
import { Prisma, type PrismaClient } from '../../generated/prisma/client.js'
import { type HistoryEntry, recordHistory } from '../history/record-history.js'
import { claimKey, type KeyClaim, storeResult } from './idempotency.js'

/** One write under way: everything it does is in one transaction, and is committed together or not at all. */
export interface Write {
  /** Nothing else may be used meanwhile: the embedded database has one connection. */
  tx: Transaction
  /** Who writes. */
  actor: string
  /** Notes what was done to an object; it is written when the work is done, last in the transaction. */
  record(...entries: HistoryEntry[]): void
}

/**
 * What a write does. It gives ids and facts, never rows: the answer is read anew from them, now and when the same
 * idempotency key comes again.
 *
 * @throws one of the errors of `record/errors.ts`, upon which nothing is written.
 */
export type Work<Result> = (write: Write) => Promise<Result>

/**
 * Runs the work of a write in its transaction. Whoever prepares a write is given this function, so that what needs no
 * transaction comes before it.
 */
export type Transact = <Result>(work: Work<Result>) => Promise<Result>

/** How often a transaction is tried that PostgreSQL ends because of what another one does at the same time. */
const TRIES = 3

/**
 * Runs one write in one transaction: the claim of its idempotency key, its work, its history, its answer under the
 * key, the change log. What the work refuses by throwing leaves no trace, the key included. The work may run more than
 * once, each time as if it were the first.
 *
 * @param claim of the caller's idempotency key, when one came.
 * @throws InputError when the key was used for something else.
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
      if (tries === TRIES || !mayPass(error)) throw error
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
 * Two that wait for each other, or make the same object: the next try finds what the other one made. Prisma's P2034 and
 * P2002, or as a raw query has them: P2010 with the adapter's kind.
 */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2034' || error.code === 'P2002') return true
  const kinds = ['TransactionWriteConflict', 'UniqueConstraintViolation']
  const meta = JSON.stringify(error.meta ?? {})
  return error.code === 'P2010' && kinds.some((kind) => meta.includes(kind))
}
