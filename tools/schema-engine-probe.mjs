import { createDatabase, isServer, reachDatabase } from './schema-engine-database.mjs'

/**
 * The two errands that Prisma runs the engine for before the real one; it reads errors from stderr. PGlite makes its
 * databases when it opens them.
 *
 * @param {string} url
 * @param {string | undefined} errand
 */
export async function probe(url, errand) {
  if (!isServer(url)) return
  try {
    if (errand === 'create-database') await createDatabase(url)
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
 * Tells Prisma an error in the form of the native engine's log.
 *
 * @param {string} message
 * @param {string} [code] of Prisma's
 */
export function logError(message, code) {
  const line = { level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code: code } }
  // No line break after it: Prisma would parse the nothing that follows.
  process.stderr.write(JSON.stringify(line))
}
