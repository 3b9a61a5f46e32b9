import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter} Adapter */

/**
 * Makes an adapter of PGlite for the schema engine.
 *
 * @param {import('@electric-sql/pglite').PGlite} pglite
 * @returns {Promise<Adapter>}
 */
export async function pgliteAdapter(pglite) {
  const adapter = await new PrismaPGlite(pglite).connect()
  // The adapter's own function does not wait for the script, and so loses its errors.
  adapter.executeScript = runScript((script) => pglite.exec(script))
  adapter.dispose = async () => {
    if (!pglite.closed) await pglite.close()
  }
  return adapter
}

/**
 * Makes an adapter of a PostgreSQL server for the schema engine.
 *
 * @param {string} connectionString
 * @returns {Promise<Adapter>}
 */
export async function postgresAdapter(connectionString) {
  const adapter = await new PrismaPg({ connectionString, connectionTimeoutMillis: 10_000 }).connect()
  const pool = adapter.underlyingDriver()
  // The adapter's own function cuts scripts at every semicolon, even inside the body of an SQL function.
  adapter.executeScript = runScript((script) => pool.query(script))
  readInternalChars(adapter, pool)
  return adapter
}

// https://www.postgresql.org/docs/current/datatype-character.html#DATATYPE-CHARACTER-SPECIAL-TABLE
const INTERNAL_CHAR = 18
const BPCHAR = 1042

/**
 * Lets the adapter read the type "char". The adapter refuses it, although many columns of the catalogs that the engine
 * reads have it, and the engine panics when it gets the values as text.
 *
 * @param {Adapter} adapter
 * @param {Pool} pool
 *
 * @typedef {ReturnType<Awaited<ReturnType<PrismaPg['connect']>>['underlyingDriver']>} Pool
 */
function readInternalChars(adapter, pool) {
  /** @type {WeakMap<object, number[]>} */
  const columns = new WeakMap()
  const query = pool.query.bind(pool)
  const queryRaw = adapter.queryRaw.bind(adapter)
  Object.assign(pool, {
    query: async (/** @type {Parameters<typeof query>[0]} */ config) => {
      const result = await query(config)
      /** @type {{ dataTypeID: number }[]} */
      const fields = result.fields ?? []
      columns.set(
        result.rows ?? [],
        fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : [])),
      )
      for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = BPCHAR
      return result
    },
  })
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of columns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

/**
 * @param {(script: string) => Promise<unknown>} run
 * @returns {(script: string) => Promise<void>}
 */
function runScript(run) {
  return async (script) => {
    try {
      await run(script)
    } catch (error) {
      throw isDatabaseError(error)
        ? new DriverAdapterError({ kind: 'postgres', ...error, message: error.message })
        : error
    }
  }
}

/**
 * Whether the database itself sent the error. Errors of the connection have no severity.
 *
 * @param {unknown} error
 * @returns {error is Error & Record<'code' | 'severity', string> & Record<'detail' | 'column' | 'hint', string | undefined>}
 */
function isDatabaseError(error) {
  return error instanceof Error && 'severity' in error && 'code' in error
}
