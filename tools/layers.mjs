import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf, sourcesIn } from './source-files.mjs'
import { root } from './workspace.mjs'

/**
 * The layers of a source folder, from the bottom up: each entry is a layer or several that stand side by side. A file
 * imports from its own layer and from lower ones, never from a higher one or one beside it. Layers are folders, so a new
 * folder within a layer is guarded without being named.
 *
 * @typedef {object} House
 * @property {string} folder
 * @property {string[][]} layers
 * @property {string[]} ground what every layer may import: files beside the layers; layers above the lowest may also
 *   import folders that are named here, which generators write
 * @property {Record<string, RegExp>} [packages] packages that a layer and those below it may not import
 */

/** @type {House[]} */
export const HOUSES = [
  {
    folder: 'packages/extract/src',
    layers: ['text', 'names', 'cues', 'said', 'attribution', 'about', 'languages', 'testing'].map((stage) => [
      stage,
    ]),
    ground: ['types.js'],
  },
  {
    folder: 'packages/server/src',
    layers: [['text', 'dates'], ['database'], ['record'], ['ingest'], ['graphql'], ['http'], ['cli']],
    ground: ['generated'],
    packages: { ingest: /^(@pothos\/|graphql$|graphql\/|graphql-yoga)/, http: /^@onrecord\/sdk/ },
  },
  {
    folder: 'packages/web/src',
    layers: [['text'], ['record', 'cite'], ['components'], ['lists'], ['pages', 'desk']],
    ground: [],
    // Pages ask the record through the SDK, as any app does; what is below them also runs in a browser.
    packages: { pages: /^@onrecord\/(?!sdk$)/, components: /^(hono|node:)/ },
  },
]

/**
 * Looks for imports that go up, of types and on demand, too.
 *
 * @param {string} from the root of the workspace
 * @param {House[]} houses
 * @returns {string[]} one line for each, which says what to change
 */
export function findUpwardImports(from = root, houses = HOUSES) {
  return houses.flatMap((house) => upwardImportsIn(join(from, house.folder), house, from))
}

/** @param {string} folder @param {House} house @param {string} from */
function upwardImportsIn(folder, house, from) {
  if (!existsSync(folder)) return []
  const heights = new Map(house.layers.flatMap((layers, height) => layers.map((name) => [name, height])))
  const problems = []
  for (const file of sourcesIn(folder)) {
    if (/\.test\.tsx?$/.test(file)) continue
    const layer = layerOf(folder, file)
    const place = relative(from, file)
    if (layer === null || house.ground.includes(layer)) continue
    const height = heights.get(layer)
    if (height === undefined) {
      problems.push(
        `${place}: the folder ${layer} is no layer: name it in tools/layers.mjs, or move the file`,
      )
      continue
    }
    for (const specifier of importsOf(file)) {
      const problem = specifier.startsWith('.')
        ? wrongLayer(relative(folder, resolve(dirname(file), specifier)), layer, heights, house)
        : wrongPackage(specifier, height, heights, house)
      if (problem) problems.push(`${place} imports ${specifier}: ${problem}`)
    }
  }
  return problems
}

/** @param {string} path @param {string} layer @param {Map<string, number>} heights @param {House} house */
function wrongLayer(path, layer, heights, { ground }) {
  if (ground.includes(path)) return null
  const to = path.includes('/') ? path.slice(0, path.indexOf('/')) : null
  if (to === layer || (to !== null && ground.includes(to) && heights.get(layer) !== 0)) return null
  const [own, other] = [heights.get(layer) ?? 0, to === null ? undefined : heights.get(to)]
  if (other !== undefined && other < own) return null
  if (other === undefined) return `${layer} imports only layers below it`
  return other === own ? `${layer} and ${to} stand side by side` : `${layer} stands below ${to}`
}

/** @param {string} specifier @param {number} height @param {Map<string, number>} heights @param {House} house */
function wrongPackage(specifier, height, heights, { packages = {} }) {
  for (const [layer, refused] of Object.entries(packages)) {
    if (height <= (heights.get(layer) ?? -1) && refused.test(specifier)) {
      return `only layers above ${layer} may import this package`
    }
  }
  return null
}

/** The folder below the source folder that a path stands in; null for a file that stands directly in it. */
function layerOf(/** @type {string} */ folder, /** @type {string} */ path) {
  const [first = '', ...rest] = relative(folder, path).split(/[\\/]/)
  return rest.length > 0 ? first : null
}

if (process.argv[1] === import.meta.filename) {
  const problems = findUpwardImports()
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
