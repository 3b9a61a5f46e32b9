import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The hash of the contents of some files. A missing file counts as an empty one.
 *
 * @param {string[]} files
 */
export function contentHash(files) {
  const hash = createHash('sha256')
  // In Node 20 statSync throws when a part of the path is a file; existsSync never does.
  for (const file of files) hash.update(`\0${existsSync(file) ? readFileSync(file) : ''}`)
  return hash.digest('hex')
}

/**
 * The hash of the names, sizes and times of all files in some files and folders. It changes with every edit, and is cheap
 * enough for every start.
 *
 * @param {string[]} paths a missing one counts as an empty folder
 */
export function statHash(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addStat(hash, path)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addStat(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    for (const name of readdirSync(path).sort()) addStat(hash, join(path, name))
  } else if (found) {
    hash.update(`${path}\0${found.size}\0${found.mtimeMs}\0`)
  }
}

/**
 * Remembers for which inputs each step was done, in one small file for each step.
 *
 * @param {string} folder
 */
export function stampsIn(folder) {
  const file = (/** @type {string} */ name) => join(folder, name)
  return {
    /** @param {string} name @param {string} key */
    matches: (name, key) =>
      statSync(file(name), { throwIfNoEntry: false }) !== undefined &&
      readFileSync(file(name), 'utf8') === key,
    /** @param {string} name @param {string} key */
    write(name, key) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file(name), key)
    },
    /** @param {string} name */
    remove: (name) => rmSync(file(name), { force: true }),
  }
}
