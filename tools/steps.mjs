import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { quietly } from './process.mjs'
import { contentHash, statHash } from './stamp.mjs'
import { ensurePnpm, nodePath, toolEnvironment } from './toolchain.mjs'
import { binary, inRoot } from './workspace.mjs'

/**
 * A step of preparing the workspace. It runs again only when its key has changed since the last success, or when its
 * output is gone.
 *
 * @typedef {object} Step
 * @property {string} name the name of its stamp
 * @property {string} says the line that is shown while it runs
 * @property {() => string} key a hash of all inputs
 * @property {() => boolean} present whether the output exists
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
    // With CI, pnpm asks no questions. With NODE_ENV=production, it would leave out what the build needs.
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
    // When its output is gone, tsc still takes everything for up to date, because its own notes say so.
    const force = projects().every((path) => existsSync(inRoot(path, 'dist'))) ? [] : ['--force']
    await runBinary('building', 'typescript', ['-b', ...force])
    await shrink(inRoot('packages/sdk/dist'))
    // The desk's script is bundled for browsers from what tsc has made.
    await runBinary('bundling the desk', 'vite', ['build', inRoot('packages/web'), '--logLevel', 'warn'])
    rmSync(inRoot(SHIPPED_MIGRATIONS), { recursive: true, force: true })
    cpSync(inRoot('prisma/migrations'), inRoot(SHIPPED_MIGRATIONS), { recursive: true })
  },
}

// The package has the migrations, because an installed server migrates its database by itself.
const SHIPPED_MIGRATIONS = 'packages/server/dist/migrations'

/** The steps until the generated code is there, and until the build is there. */
export const STEPS = { generated: [install, generate], built: [install, generate, build] }

/**
 * Makes what is published of the SDK smaller: its JavaScript has no comments, for editors show those of the `.d.ts` files, and
 * its generated `.d.ts` files have one space where TypeScript writes four.
 *
 * @param {string} folder
 */
async function shrink(folder) {
  const { transform } = await import('esbuild')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.js$|^generated.*\.d\.ts$/.test(file)) continue
    const path = `${folder}/${file}`
    const code = readFileSync(path, 'utf8')
    const smaller = file.endsWith('.js')
      ? (await transform(code, { format: 'esm', target: 'esnext', charset: 'utf8' })).code
      : code.replace(/^(?: {4})+/gm, (spaces) => ' '.repeat(spaces.length / 4))
    if (smaller !== code) writeFileSync(path, smaller)
  }
}

/**
 * @param {string} what
 * @param {string} name of the package
 * @param {string[]} args
 */
async function runBinary(what, name, args) {
  const { NODE_ENV: _, ...env } = toolEnvironment()
  await quietly(what, nodePath(), [binary(name), ...args], { cwd: inRoot(), env })
}

/** The folders of the packages that tsc builds, from tsconfig.json in the root. */
function projects() {
  /** @type {{ references: { path: string }[] }} */
  const { references } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'))
  return references.map(({ path }) => path)
}

/** The paths of the package.json files of all packages. */
function manifests() {
  return readdirSync(inRoot('packages'))
    .sort()
    .map((name) => inRoot('packages', name, 'package.json'))
}
