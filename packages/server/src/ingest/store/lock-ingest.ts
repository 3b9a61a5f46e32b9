import type { Transaction } from '../../database/database.js'

/** The key of the advisory lock. Without it, two writers that bring the same speaker would create two speakers. */
const INGEST_LOCK = 4771983320

/** Takes the lock of all transactions that create articles or change their addresses, until the transaction ends. */
export const lockIngest = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${INGEST_LOCK}::bigint)`
