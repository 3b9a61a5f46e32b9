import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { quietly } from './process.mjs'
import { contentHash, statHash } from './stamp.mjs'
import { ensurePnpm, nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot } from './workspace.mjs'

/**
 * One step of preparing the workspace, done again only when its key differs from that of the last success, or its
 * output is gone.
 *
 * @typedef {object} Step
 * @property {string} name of its stamp
 * @property {string} says what the waiting developer reads
 * @property {() => string} key changes with every input
 * @property {() => boolean} present whether its output exists
 * @property {() => Promise<void>} run
 */

/** @type {Step} */
const install = {
  name: 'install',
  says: 'installing packages…',
  key: () =>
    contentHash([
      ...['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => inRoot(name)),
      ...manifests(),
    ]),
  present: () => existsSync(inRoot('node_modules', '.modules.yaml')),
  async run() {
    const pnpm = await ensurePnpm()
    // CI: pnpm asks nothing. Without NODE_ENV=production it installs what the build needs, too.
    const env = { ...toolEnvironment(), CI: 'true', NODE_ENV: 'development' }
    await quietly('installing packages', pnpm, ['install', '--frozen-lockfile', '--prefer-offline'], {
      cwd: inRoot(),
      env,
      advice: 'see above; after a change of a package.json, run `pnpm install` to renew pnpm-lock.yaml',
    })
  },
}

/** @type {Step} */
const generate = {
  name: 'generate',
  says: 'generating the database client…',
  key: () =>
    contentHash(['prisma/schema.prisma', 'prisma.config.ts', 'pnpm-lock.yaml'].map((name) => inRoot(name))),
  present: () => GENERATED.every((name) => existsSync(inRoot(name))),
  async run() {
    await runBinary('generating the database client', 'prisma', ['generate', '--no-hints'])
  },
}

const GENERATED = [
  'packages/server/src/generated/prisma/client.ts',
  'packages/server/src/generated/pothos-types.ts',
]

/** @type {Step} */
const build = {
  name: 'build',
  says: 'building…',
  key: () =>
    statHash([
      ...['tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml', 'prisma/migrations'].map((name) =>
        inRoot(name),
      ),
      ...projects().flatMap((path) =>
        ['src', 'package.json', 'tsconfig.json'].map((name) => inRoot(path, name)),
      ),
    ]),
  present: () =>
    existsSync(inRoot(SHIPPED_MIGRATIONS)) && projects().every((path) => existsSync(inRoot(path, 'dist'))),
  async run() {
    // Without its output tsc still believes its own notes that all is up to date.
    const force = projects().every((path) => existsSync(inRoot(path, 'dist'))) ? [] : ['--force']
    await runBinary('building', 'typescript', ['-b', ...force])
    rmSync(inRoot(SHIPPED_MIGRATIONS), { recursive: true, force: true })
    cpSync(inRoot('prisma/migrations'), inRoot(SHIPPED_MIGRATIONS), { recursive: true })
  },
}

// The server migrates its database by itself, wherever it is installed.
const SHIPPED_MIGRATIONS = 'packages/server/dist/migrations'

/** The steps by how far they prepare the workspace. */
export const STEPS = { generated: [install, generate], built: [install, generate, build] }

/**
 * @param {string} what
 * @param {string} name of the package
 * @param {string[]} args
 */
async function runBinary(what, name, args) {
  const { NODE_ENV: _, ...env } = toolEnvironment()
  await quietly(what, nodePath(), [binary(name), ...args], { cwd: inRoot(), env })
}

/** Folders of the packages that tsc builds, as the root's tsconfig.json lists them. */
function projects() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'))
  return references.map(({ path }) => path)
}

/** The package.json of every package of the workspace. */
function manifests() {
  return readdirSync(inRoot('packages'))
    .sort()
    .map((name) => inRoot('packages', name, 'package.json'))
}
