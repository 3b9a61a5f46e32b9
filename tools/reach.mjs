import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf, sourcesIn } from './source-files.mjs'
import { root } from './workspace.mjs'

/** Where what is used begins: what a package exports, and what its commands and threads run. */
const ENTRIES = [
  'packages/server/src/index.ts',
  'packages/server/src/cli/main.ts',
  'packages/server/src/ingest/threads/text-thread.ts',
  'packages/web/src/index.ts',
  'packages/web/src/extraction-page.tsx',
  'packages/web/src/desk/main.tsx',
]

/**
 * Looks for files that no entry imports, by however many steps: what is written there has no effect.
 *
 * @param {string} from the root of the workspace
 * @param {string[]} entries
 * @returns {string[]} one line for each
 */
export function findUnusedFiles(from = root, entries = ENTRIES) {
  const reached = new Set()
  const waiting = entries.map((entry) => join(from, entry))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !existsSync(file)) continue
    reached.add(file)
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) waiting.push(sourceOf(resolve(dirname(file), specifier)))
    }
  }
  const folders = new Set(entries.map((entry) => entry.split('/').slice(0, 3).join('/')))
  return [...folders]
    .flatMap((folder) => sourcesIn(join(from, folder)))
    .filter((file) => !reached.has(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${relative(from, file)}: nothing imports it: import it where it belongs, or delete it`)
}

/** "a.ts" or "a.tsx" for what is imported as "a.js". */
const sourceOf = (/** @type {string} */ path) =>
  ['.ts', '.tsx'].map((ending) => path.replace(/\.js$/, ending)).find((source) => existsSync(source)) ?? path

if (process.argv[1] === import.meta.filename) {
  const problems = findUnusedFiles()
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
