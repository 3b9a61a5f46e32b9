import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { quietly } from './process.mjs'
import { ensurePnpm, toolEnvironment } from './toolchain.mjs'
import { inRoot } from './workspace.mjs'

/** The packages that are published. Each stands after the packages that it depends on. */
export const PUBLISHED = /** @type {const} */ ([
  'extract',
  'pothos-read-plan',
  'sdk',
  'codegen',
  'web',
  'server',
])

/**
 * Packs packages from the build, in the form in which they are published.
 *
 * @param {string} folder is emptied first
 * @param {readonly (typeof PUBLISHED[number])[]} names default: all
 * @returns {Promise<(name: typeof PUBLISHED[number]) => string>} the path of a package's archive
 */
export async function packPackages(folder, names = PUBLISHED) {
  rmSync(folder, { recursive: true, force: true })
  const filters = names.flatMap((name) => ['--filter', `./packages/${name}`])
  await quietly(
    'packing',
    await ensurePnpm(),
    ['--recursive', ...filters, 'pack', '--out', join(folder, '%s.tgz')],
    { cwd: inRoot(), env: toolEnvironment() },
  )
  return (name) => join(folder, `onrecord-${name}.tgz`)
}
