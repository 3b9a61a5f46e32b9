import type { Transaction } from '../../database/database.js'

/** Every writer of articles takes this turn, so that two that bring the same speaker do not make two of them. */
const INGEST_LOCK = 4771983320

/** Waits for this transaction's turn among those that make articles or change their addresses. */
export const takeTurn = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${INGEST_LOCK}::bigint)`
