import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { quietly } from '../../tools/process.mjs'
import { say, toolsFolder } from '../../tools/workspace.mjs'

/**
 * Installs the packages of a manifest into a folder of .tools, once for each content of the manifest.
 *
 * @param {string} manifest path of a package.json with exact versions
 * @returns {Promise<string>} the folder
 */
export async function installManifest(manifest) {
  const hash = createHash('sha256').update(readFileSync(manifest)).digest('hex').slice(0, 12)
  const folder = join(toolsFolder, `peers-${hash}`)
  if (existsSync(folder)) return folder
  const draft = join(toolsFolder, `draft-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  cpSync(manifest, join(draft, 'package.json'))
  say('installing the peers…')
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await quietly('installing the peers', 'npm', ['install', ...options], {
    cwd: draft,
    advice: 'npm must reach its registry; see `npm config get registry`',
  })
  renameSync(draft, folder)
  return folder
}
