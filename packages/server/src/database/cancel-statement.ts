import { connect } from 'node:net'
import type pg from 'pg'

/** The code of PostgreSQL's protocol for a request to cancel. */
const CANCEL = 80_877_102

/**
 * Asks the server to cancel the statement that a connection runs, which then fails with 57014. The request goes over a
 * connection of its own, as PostgreSQL wants it, so that it works when the pool has none left.
 */
export function cancelStatement(client: pg.PoolClient): void {
  const { processID, secretKey, host, port } = client as unknown as {
    [name in 'processID' | 'secretKey' | 'port']: number
  } & { host: string }
  const message = Buffer.alloc(16)
  for (const [index, value] of [16, CANCEL, processID, secretKey].entries()) {
    message.writeInt32BE(value | 0, index * 4)
  }
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  // A server that cannot be reached has no statement to cancel; the driver's own limit ends the wait.
  socket.on('error', () => socket.destroy())
  socket.setTimeout(5_000, () => socket.destroy())
  socket.end(message)
}
