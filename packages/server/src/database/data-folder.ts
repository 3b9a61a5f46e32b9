import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderError } from './errors.js'

/** The folder inside a data folder where a new database is made. Its files are ours and unfinished. */
const CREATING = 'onrecord.creating'

/** The name of that folder once its database is complete, until all its files have been moved up. */
const CREATED = 'onrecord.created'

/** A file that every database has. It is moved last, so a folder that has it is complete. */
const VERSION = 'PG_VERSION'

/**
 * Creates a data folder unless it exists.
 *
 * @throws DataFolderError when the path cannot be a folder, or when the folder holds other files and no database.
 */
export function prepareDataFolder(folder: string): void {
  let files: string[]
  try {
    // PGlite lets everybody read its files, whatever the process's umask says. The folder's mode keeps other users out.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    files = readdirSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reasons: Record<string, string> = {
      EEXIST: 'there is a file of that name',
      ENOTDIR: 'a part of its path is a file',
      EACCES: 'its permissions do not allow it',
      EROFS: 'the disk is read-only',
    }
    throw new DataFolderError(`cannot use the data folder ${folder}: ${reasons[code] ?? code}`, {
      cause: error,
    })
  }
  if (files.includes(VERSION) || files.includes(CREATED)) return
  if (files.some((file) => file !== CREATING)) {
    throw new DataFolderError(
      `the folder ${folder} holds other files and no database: choose an empty or a new one with --data`,
    )
  }
}

/**
 * Creates the database of a prepared folder, unless it has one. The process may be killed at any moment: the next call
 * either starts again or moves the remaining files of a complete database. The caller must hold the folder's lock.
 *
 * @param create creates a database in the folder that it is given. That folder does not exist yet.
 */
export async function ensureDatabase(
  folder: string,
  create: (folder: string) => Promise<void>,
): Promise<void> {
  const creating = join(folder, CREATING)
  const created = join(folder, CREATED)
  if (!existsSync(join(folder, VERSION)) && !existsSync(created)) {
    rmSync(creating, { recursive: true, force: true })
    await create(creating)
    renameSync(creating, created)
  }
  if (existsSync(created)) moveUp(created, folder)
}

function moveUp(from: string, to: string): void {
  const others = readdirSync(from).filter((file) => file !== VERSION)
  for (const file of others) renameSync(join(from, file), join(to, file))
  if (existsSync(join(from, VERSION))) renameSync(join(from, VERSION), join(to, VERSION))
  rmdirSync(from)
}
