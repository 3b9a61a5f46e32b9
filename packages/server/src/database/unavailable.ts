/**
 * Whether an error means that the database cannot be reached or used now, rather than that a query is wrong.
 * Prisma: P1xxx are connection errors, P2024 a full pool, P2028 a transaction that got no turn. PostgreSQL: classes
 * 08 (connection), 53 (resources), 57 (operator intervention). Node: the socket's own codes. A backend that is
 * killed gives an error without any code; a statement that waited or ran too long says so in words alone.
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
