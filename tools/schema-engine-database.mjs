import { resolve } from 'node:path'
import { pgliteAdapter, postgresAdapter } from './schema-engine-adapter.mjs'
import { createInMemory, openFolder } from './schema-engine-pglite.mjs'

/** @typedef {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory} AdapterFactory */
/** @typedef {{ factory: AdapterFactory, close: () => Promise<void> }} OpenDatabase */

/**
 * Opens the database of a URL for the engine.
 *
 * @param {string} url `postgresql://…`, `pglite:<folder>`, or `memory:` for an empty database that is not kept
 * @returns {Promise<OpenDatabase>}
 */
export async function openDatabase(url) {
  if (isServer(url)) {
    const adapter = await postgresAdapter(url)
    return { factory: factoryOf('@prisma/adapter-pg', adapter), close: () => adapter.dispose() }
  }
  const { pglite, close } = await openPGlite(url)
  return { factory: factoryOf('pglite-prisma-adapter', await pgliteAdapter(pglite)), close }
}

/** @param {string} url */
export const isServer = (url) => /^postgres(ql)?:/.test(url)

/**
 * Checks that the database of a server can be used.
 *
 * @param {string} url
 */
export async function reachDatabase(url) {
  const adapter = await postgresAdapter(url)
  await adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }).finally(() => adapter.dispose())
}

/**
 * Creates a database on the server of its URL.
 *
 * @param {string} url
 */
export async function createDatabase(url) {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = '/postgres'
  const adapter = await postgresAdapter(server.href)
  await adapter
    .executeScript(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
    .finally(() => adapter.dispose())
}

/** @param {string} url */
async function openPGlite(url) {
  if (url.startsWith('pglite:')) return openFolder(resolve(url.slice('pglite:'.length)))
  if (url !== 'memory:') {
    throw new Error(`cannot use a database at "${url}": use postgresql://…, pglite:<folder> or memory:`)
  }
  const pglite = await createInMemory()
  return { pglite, close: () => pglite.close() }
}

/**
 * @param {string} adapterName
 * @param {import('./schema-engine-adapter.mjs').Adapter} adapter
 * @returns {AdapterFactory}
 */
function factoryOf(adapterName, adapter) {
  return {
    provider: 'postgres',
    adapterName,
    connect: async () => adapter,
    // The engine replays the migrations on the shadow database. adapter-pg would create a database on the developer's
    // server, and then connect to another one.
    connectToShadowDb: async () => pgliteAdapter(await createInMemory()),
  }
}
