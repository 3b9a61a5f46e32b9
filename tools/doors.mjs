import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf, sourcesIn } from './source-files.mjs'
import { root } from './workspace.mjs'

/** Folders that hold packages, each a folder with a package.json. */
const SHELVES = ['packages', 'examples']

/**
 * Looks for imports that enter another package by another way than its door: by its path, by a file that its package.json
 * does not export, or without naming the package among its own dependencies.
 *
 * @param {string} from the root of the workspace
 * @returns {string[]} one line for each, which says what to change
 */
export function findSideDoors(from = root) {
  const folders = SHELVES.flatMap((shelf) => packagesOn(join(from, shelf)))
  const manifests = new Map(folders.map((folder) => [folder, manifestOf(folder)]))
  const byName = new Map([...manifests.values()].map((manifest) => [manifest.name, manifest]))
  return folders.flatMap((folder) => {
    const manifest = /** @type {Manifest} */ (manifests.get(folder))
    return sourcesIn(folder).flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const problem = specifier.startsWith('.')
          ? leaves(
              folder,
              resolve(dirname(file), specifier),
              isTest(relative(folder, file)) ? join(from, 'tools') : null,
            )
          : wrongDoor(specifier, manifest, byName)
        return problem ? [`${relative(from, file)} imports ${specifier}: ${problem}`] : []
      }),
    )
  })
}

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 */

/** @param {string} folder @returns {Manifest} */
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** @param {string} shelf */
function packagesOn(shelf) {
  if (!existsSync(shelf)) return []
  return readdirSync(shelf)
    .map((name) => join(shelf, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

const isTest = (/** @type {string} */ file) => /^test\/|\.test\.tsx?$/.test(file)

/**
 * @param {string} folder of the package
 * @param {string} path that is imported
 * @param {string | null} tools that a test may try out, too
 */
const leaves = (folder, path, tools) =>
  !relative(folder, path).startsWith('..') || (tools && !relative(tools, path).startsWith('..'))
    ? null
    : 'it leaves the package: import another one by its name'

/** @param {string} specifier @param {Manifest} importer @param {Map<string, Manifest>} byName */
function wrongDoor(specifier, importer, byName) {
  const [, name = '', path = ''] = /^(@onrecord\/[^/]+)(\/.*)?$/.exec(specifier) ?? []
  if (name === '' || name === importer.name) return null
  const { dependencies, devDependencies, peerDependencies } = importer
  if (!(name in { ...dependencies, ...devDependencies, ...peerDependencies })) {
    return `the package.json of ${importer.name} does not name ${name}`
  }
  const exported = byName.get(name)?.exports ?? {}
  return `.${path}` in exported ? null : `${name} does not export .${path}`
}

if (process.argv[1] === import.meta.filename) {
  const problems = findSideDoors()
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
