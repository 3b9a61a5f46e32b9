import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What the holder of a data folder says of itself to others that want it. */
export interface FolderHolder {
  pid: number
  /** Where the holder serves, once it does: "http://127.0.0.1:4000". */
  url?: string
}

/** Thrown when another process holds the data folder. */
export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError'
  readonly holder: FolderHolder | null
  constructor(folder: string, holder: FolderHolder | null) {
    const who = holder
      ? `process ${holder.pid}${holder.url ? ` (serving ${holder.url})` : ''}`
      : 'another process'
    super(`the data folder ${folder} is in use by ${who}: stop it, or choose another folder with --data`)
    this.holder = holder
  }
}

export interface FolderLock {
  /** Adds to what others see of the holder. */
  announce(holder: Omit<FolderHolder, 'pid'>): void
  release(): void
}

/**
 * Takes the only right to a data folder, until `release` or the end of the process.
 *
 * The lock is the operating system's, on a small SQLite file beside the folder, so a killed process leaves nothing
 * that must be taken over by guess. PGlite has no lock of its own: two processes on one folder destroy it.
 *
 * @throws FolderLockedError when another process, or this one, holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const path = resolve(folder)
  mkdirSync(dirname(path), { recursive: true })
  const lock = openLock(path)
  const announce = (holder: Omit<FolderHolder, 'pid'>) =>
    writeFileSync(holderFile(path), `${JSON.stringify({ pid: process.pid, ...holder })}\n`, { mode: 0o600 })
  announce({})
  let held = true
  return {
    announce,
    release() {
      if (!held) return
      held = false
      rmSync(holderFile(path), { force: true })
      lock.close()
    },
  }
}

function openLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      throw new FolderLockedError(path, folderHolder(path))
    }
    throw error
  }
}

// https://www.sqlite.org/rescode.html#busy
const SQLITE_BUSY = 5

const holderFile = (path: string) => `${path}.holder.json`

function folderHolder(path: string): FolderHolder | null {
  try {
    return JSON.parse(readFileSync(holderFile(path), 'utf8')) as FolderHolder
  } catch {
    // The holder is between taking the lock and saying so; its name is all that is missing.
    return null
  }
}
