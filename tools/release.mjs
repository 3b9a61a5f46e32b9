import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLISHED, packPackages } from './pack.mjs'
import { capture, passThrough } from './process.mjs'
import { nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot, root, say, ToolError, toolsFolder } from './workspace.mjs'

/**
 * `version` sets the next versions from the changesets. `publish` publishes the packages that the registry lacks.
 *
 * @param {string[]} args
 */
export async function release([step, ...args]) {
  if (step === 'version') return version()
  if (step === 'publish') return publish(args)
  throw new ToolError('say which: `npm run release -- version`, or `npm run release -- publish`')
}

/** @param {string[]} args arguments of the command `changeset` */
export const changeset = (args) =>
  passThrough(nodePath(), [binary('@changesets/cli'), ...args], { cwd: root, env: toolEnvironment() })

async function version() {
  const code = await changeset(['version'])
  if (code !== 0) return code
  copyFileSync(inRoot('packages/server/schema.graphql'), inRoot('packages/server/schema.released.graphql'))
  writeFileSync(inRoot('packages/server/breaking-changes.json'), '{}\n')
  say('check the changelogs, then commit: when the commit is on main, the workflow publishes it')
  return 0
}

/** @param {string[]} args arguments of `npm publish`; `--dry-run` publishes nothing */
async function publish(args) {
  const archive = await packPackages(join(toolsFolder, 'packed'))
  for (const folder of PUBLISHED) {
    const { name, version } = JSON.parse(readFileSync(inRoot('packages', folder, 'package.json'), 'utf8'))
    const { code: missing } = await capture('npm', ['view', `${name}@${version}`, 'version'], { cwd: root })
    if (missing === 0) {
      say(`${name}@${version} is there already`)
      continue
    }
    const code = await passThrough('npm', ['publish', archive(folder), ...args], { cwd: root })
    if (code !== 0) return code
  }
  return 0
}
