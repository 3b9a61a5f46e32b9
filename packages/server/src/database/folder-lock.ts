import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What other processes can read about the process that holds a data folder. */
export interface FolderHolder {
  pid: number
  /** The address that the holder serves, once it serves: "http://127.0.0.1:4000". */
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
  /** Tells other processes more about the holder. */
  announce(holder: Omit<FolderHolder, 'pid'>): void
  release(): void
}

/**
 * Locks a data folder until `release` or the end of the process.
 *
 * The operating system holds the lock, on a small SQLite file beside the folder, so it is free at once when the process
 * is killed. PGlite has no lock of its own: two processes on one folder would destroy the database.
 *
 * @throws FolderLockedError when another process or this one holds the lock.
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

/** The process that holds a data folder; null when nobody does. Of a process that was killed, what it told stays. */
export function folderHolder(folder: string): FolderHolder | null {
  try {
    return JSON.parse(readFileSync(holderFile(resolve(folder)), 'utf8')) as FolderHolder
  } catch {
    // Nobody holds it, or the holder has not written its file yet.
    return null
  }
}
