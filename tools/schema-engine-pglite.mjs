import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { inRoot, toolsFolder } from './workspace.mjs'

// The migrations create these extensions.
const extensions = { pg_trgm }

/** Creates an empty database in memory. */
export async function createInMemory() {
  return PGlite.create({ loadDataDir: await emptyDatabase(), extensions })
}

/**
 * Opens the database of a folder, or creates it. Holds the lock that keeps the server out: PGlite has no lock, and two
 * processes on one folder would destroy the database.
 *
 * @param {string} folder
 */
export async function openFolder(folder) {
  const lock = await lockFolder(folder)
  const isNew = !existsSync(`${folder}/PG_VERSION`)
  mkdirSync(folder, { recursive: true })
  const pglite = await PGlite.create({
    dataDir: folder,
    extensions,
    ...(isNew && { loadDataDir: await emptyDatabase() }),
  })
  return { pglite, close: () => pglite.close().finally(lock.release) }
}

/** The dump of an empty database. PGlite creates a database in seconds and loads one faster, so the dump is made once. */
async function emptyDatabase() {
  const { version } = JSON.parse(
    readFileSync(inRoot('node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  )
  const file = `${toolsFolder}/pglite-${version}.tar`
  if (!existsSync(file)) {
    const pglite = await PGlite.create()
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    mkdirSync(toolsFolder, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
    renameSync(`${file}.${process.pid}`, file)
  }
  return new Blob([readFileSync(file)])
}

/** @param {string} folder */
async function lockFolder(folder) {
  if (!process.features.typescript) {
    throw new Error(
      `Node ${process.versions.node} cannot lock ${folder}: use \`npm run migrate\`, which brings a newer Node`,
    )
  }
  // The lock is imported from source, because the server may not compile after a change of the schema.
  const lock = await import('../packages/server/src/database/folder-lock.ts')
  for (let tries = 50; ; tries--) {
    try {
      return lock.lockFolder(folder)
    } catch (error) {
      // Prisma starts the next engine before the last one has closed its database.
      if (!(error instanceof lock.FolderLockedError) || tries === 0) throw error
      await sleep(100)
    }
  }
}
