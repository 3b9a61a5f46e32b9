/**
 * Whether an error means that the database cannot be reached or used now, rather than that a query is wrong. Prisma's
 * codes are P1xxx (connection), P2024 (the pool is full) and P2028 (a transaction did not start in time). PostgreSQL's
 * are the classes 08 (connection), 53 (resources) and 57 (operator intervention). Node has codes for sockets. A killed
 * backend gives an error without a code, and a statement that ran into a timeout says so only in its message.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^(P1\d{3}|P2024|P2028|08\w{3}|53\w{3}|57P\d\d|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code))
    return true
  if (
    /Connection terminated|terminating connection|canceling statement due to|timeout exceeded when trying to connect|Query read timeout|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/.test(
      error.message,
    )
  ) {
    return true
  }
  return error.cause instanceof Error && isDatabaseUnavailable(error.cause)
}
