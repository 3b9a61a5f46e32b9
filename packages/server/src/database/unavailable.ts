/**
 * Codes that mean that the database cannot be reached or used now.
 *
 * - Prisma: P1xxx (connection), P2024 (the pool is full), P2028 (a transaction did not start in time), P2037 (no
 *   connection is left).
 * - PostgreSQL: the classes 08 (connection), 28 (login), 53 (no space, memory or connection), 57P (it starts, stops or ended
 *   the connection) and 58 (input and output); 57014 (a statement was cancelled), 55P03 (a lock was not free in time), 40001
 *   and 40P01 (another transaction was in the way), 25006 (it is read-only) and 3D000 (the database is gone).
 * - Node: those of sockets.
 */
const CODES =
  /^(P1\d{3}|P2024|P2028|P2037|(08|28|53|58)\w{3}|57P\d\d|57014|55P03|40001|40P01|25006|3D000|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** What the drivers say where there is no code, because a connection broke or none was free. */
const MESSAGES =
  /Connection terminated|terminating connection|canceling statement due to|timeout exceeded when trying to connect|Query read timeout|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|Can't reach database server|Server has closed the connection|is not queryable|after calling end on the pool|Connection (was )?closed|the database system is/

/** Codes and messages that mean that a connection broke, and that a statement may not have been run. */
const BROKEN =
  /^(57P0[12]|08\w{3}|ECONNRESET|EPIPE)$|Connection terminated|terminating connection|is not queryable/

/** Whether an error means that the database cannot be reached or used now, rather than that a query is wrong. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  error instanceof Error && textsOf(error).some((text) => CODES.test(text) || MESSAGES.test(text))

/** Whether an error means that the connection broke: the same statement may succeed on another one. */
export const isConnectionBroken = (error: unknown): boolean =>
  error instanceof Error && textsOf(error).some((text) => BROKEN.test(text))

/** Whether an error, or a cause of it, has a code of PostgreSQL's. */
export const hasCode = (error: unknown, code: string): boolean => textsOf(error).includes(code)

/** The codes and messages of an error and of its causes. Prisma keeps those of PostgreSQL in `meta.driverAdapterError`. */
function textsOf(error: unknown, depth = 0): string[] {
  if (!error || typeof error !== 'object' || depth > 8) return []
  const { code, originalCode, kind, message, cause, meta, errors } = error as Record<string, unknown>
  const inner = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError]
  if (Array.isArray(errors)) inner.push(...errors)
  return [
    ...[code, originalCode, kind, message].filter((text) => typeof text === 'string'),
    ...inner.flatMap((one) => textsOf(one, depth + 1)),
  ]
}
