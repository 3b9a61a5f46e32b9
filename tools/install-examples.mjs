import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packPackages } from './pack.mjs'
import { quietly } from './process.mjs'
import { ensurePnpm, toolEnvironment } from './toolchain.mjs'
import { inRoot } from './workspace.mjs'

/** The projects in examples/. */
export const EXAMPLES = readdirSync(inRoot('examples')).filter((name) =>
  existsSync(inRoot('examples', name, 'package.json')),
)

/**
 * Copies examples unchanged and installs them at once. Takes our own packages from packed archives, whether
 * they are published or not.
 *
 * @param {string} folder gets a folder for each example
 * @param {string[]} names default: all
 */
export async function installExamples(folder, names = EXAMPLES) {
  const archive = await packPackages(join(folder, 'packed'))
  for (const name of names) {
    const filter = (/** @type {string} */ path) => !/\/(node_modules|generated|gql|dist)$/.test(path)
    cpSync(inRoot('examples', name), join(folder, name), { recursive: true, filter })
  }
  const workspace = {
    packages: names,
    overrides: {
      '@onrecord/codegen': `file:${archive('codegen')}`,
      '@onrecord/sdk': `file:${archive('sdk')}`,
    },
    allowBuilds: { '@parcel/watcher': false, esbuild: false },
  }
  // Every JSON text is also YAML.
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(workspace))
  await quietly('installing the examples', await ensurePnpm(), ['install', '--prefer-offline'], {
    cwd: folder,
    env: { ...toolEnvironment(), CI: 'true' },
    advice: 'see above; it needs the npm registry, or a pnpm store that has the packages',
  })
}
