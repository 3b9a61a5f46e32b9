import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that no package's own sources stand in. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'generated'])

/**
 * The TypeScript and JavaScript files below a folder, tests included, in order.
 *
 * @param {string} folder
 * @returns {string[]} absolute paths
 */
export function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : sourcesIn(path)
      return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
    })
    .sort()
}

const IMPORT =
  /^(?:import|export)\s+(?:[^'"=;]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm

/**
 * What a file imports: by `import` and `export … from`, of types, and on demand.
 *
 * @param {string} file
 */
export const importsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, first, second]) => first ?? second ?? '')
