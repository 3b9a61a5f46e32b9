import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What these tools bring and remember; git ignores it, and deleting it is always safe. */
export const toolsFolder = join(root, '.tools')

/** @param {string[]} path of a file of the repository */
export const inRoot = (...path) => join(root, ...path)

/** A failure with a known cause: its message says what to do, and no stack is shown. */
export class ToolError extends Error {
  /** @override */
  name = 'ToolError'
}

/** @param {string} text one short line for whoever waits; never on stdout, which belongs to the command */
export function say(text) {
  process.stderr.write(`on record: ${text}\n`)
}

/**
 * The JavaScript file behind the (first) command of an installed package, to be run by Node itself.
 *
 * @param {string} name of a package that the repository's root depends on
 */
export function binary(name) {
  const folder = inRoot('node_modules', ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0])
}
