import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds. The holder renews its lock every `renew`. A lock that was not renewed for `stale` belongs to a killed run. */
const TIMES = { renew: 500, stale: 5_000, poll: 100 }

/** @typedef {typeof TIMES} LockTimes */

/**
 * Runs `work` while this process holds the lock file. Takes over the lock of a killed run.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, times?: LockTimes }} [options] onWait: called once when another run holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait = () => {}, times = TIMES } = {}) {
  const release = await take(file, onWait, times)
  try {
    return await work()
  } finally {
    release()
  }
}

/**
 * @param {string} file
 * @param {() => void} onWait
 * @param {LockTimes} times
 */
async function take(file, onWait, times) {
  mkdirSync(dirname(file), { recursive: true })
  const token = `${process.pid} ${randomUUID()}`
  for (let tries = 0; !create(file, token); tries++) {
    if (tries === 0) onWait()
    const holder = content(file)
    if (age(file) > times.stale) removeStale(file, holder)
    else await sleep(times.poll)
  }
  const renewal = setInterval(() => renew(file, token), times.renew)
  const release = () => {
    clearInterval(renewal)
    process.off('exit', release)
    if (content(file) === token) rmSync(file)
  }
  process.on('exit', release)
  return release
}

/**
 * Creates the lock with its content in one step, so that nobody sees it empty.
 *
 * @param {string} file
 * @param {string} token
 */
function create(file, token) {
  const draft = `${file}.${token.split(' ')[1]}`
  writeFileSync(draft, token)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/**
 * Removes a stale lock by renaming it, because only one of several processes can rename a file. When it has renamed the
 * new lock of a quicker process, it puts that lock back.
 *
 * @param {string} file
 * @param {string | null} stale the content of the lock when it was found to be stale
 */
function removeStale(file, stale) {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if (content(aside) !== stale) linkSync(aside, file)
    rmSync(aside)
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error
  }
}

/**
 * @param {string} file
 * @param {string} token
 */
function renew(file, token) {
  if (content(file) === token) utimesSync(file, new Date(), new Date())
}

/** @param {string} file */
function age(file) {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

/** @param {string} file */
function content(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
const hasCode = (error, code) => error instanceof Error && 'code' in error && error.code === code
