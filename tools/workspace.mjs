import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folder for what these tools install and remember. Git ignores it, and it can always be deleted. */
export const toolsFolder = join(root, '.tools')

/** @param {string[]} path path of a file of the repository, from its root */
export const inRoot = (...path) => join(root, ...path)

/** A failure with a known cause. Its message says what to do, and its stack is not shown. */
export class ToolError extends Error {
  /** @override */
  name = 'ToolError'
}

/** @param {string} text one short line for the user. It goes to stderr, because stdout belongs to the command. */
export function say(text) {
  process.stderr.write(`on record: ${text}\n`)
}

/**
 * The JavaScript file of the (first) command of an installed package, for Node to run.
 *
 * @param {string} name a package in the dependencies of the root's package.json
 */
export function binary(name) {
  const folder = inRoot('node_modules', ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0])
}
