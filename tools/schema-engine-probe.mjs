import { createDatabase, isServer, reachDatabase } from './schema-engine-database.mjs'

/**
 * Runs the two commands for which Prisma starts the engine before the real work. Prisma reads errors from stderr. PGlite
 * needs neither, because it creates a database when it opens one.
 *
 * @param {string} url
 * @param {string | undefined} command
 */
export async function probe(url, command) {
  if (!isServer(url)) return
  try {
    if (command === 'create-database') await createDatabase(url)
    else await reachDatabase(url)
  } catch (error) {
    const { message, cause } =
      /** @type {Error & { cause?: { kind?: string, originalMessage?: string } }} */ (error)
    // https://www.prisma.io/docs/orm/reference/error-reference#common
    const code = cause?.kind === 'DatabaseDoesNotExist' ? 'P1003' : 'P1001'
    const { host, pathname } = new URL(url)
    const reason = `cannot use the database at ${host}${pathname}: ${cause?.originalMessage ?? message}`
    // Prisma skips the first line of this output.
    process.stderr.write('\n')
    logError(reason, code)
    process.exitCode = 1
  }
}

/**
 * Reports an error to Prisma in the form of the native engine's log.
 *
 * @param {string} message
 * @param {string} [code] Prisma's error code
 */
export function logError(message, code) {
  const line = { level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code: code } }
  // A line break must not follow, because Prisma would parse the empty text after it.
  process.stderr.write(JSON.stringify(line))
}
