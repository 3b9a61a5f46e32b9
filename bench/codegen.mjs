/**
 * Measures the cost of @onrecord/codegen against its budgets: the packages that it adds to GraphQL Code Generator's core
 * and to its command, and the seconds of a run. Fails when one is over its budget. `--packages` leaves out the time, which
 * a busy machine makes longer.
 */
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inRoot } from '../tools/workspace.mjs'

const here = inRoot('packages/codegen')
const cli = realpathSync(join(here, 'node_modules/@graphql-codegen/cli'))
const core = packagesOf(realpathSync(inRoot('node_modules/@graphql-codegen/core')), new Set())
const ours = packagesOf(here, new Set(), Object.keys(manifestOf(here).dependencies))
const command = packagesOf(cli, new Set())
const rows = [
  ["packages beyond codegen's core", [...ours].filter((each) => !core.has(each)).length, 60, ''],
  ["packages beyond codegen's command", [...ours].filter((each) => !command.has(each)).length, 1, ''],
]
if (!process.argv.includes('--packages')) rows.push(['a run of graphql-codegen', bestRun(), 2, 's'])
for (const [what, is, most, unit] of rows) {
  const fits = Number(is) <= Number(most)
  if (!fits) process.exitCode = 1
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${String(what).padEnd(40)} ${String(is).padStart(8)} of ${most} ${unit}`,
  )
}

/**
 * Adds the folders of a package and of all that it needs.
 *
 * @param {string} folder
 * @param {Set<string>} found
 * @param {string[]} [needs]
 */
function packagesOf(folder, found, needs) {
  if (found.has(folder)) return found
  found.add(folder)
  const { dependencies = {}, peerDependencies = {} } = manifestOf(folder)
  for (const name of needs ?? Object.keys({ ...dependencies, ...peerDependencies })) {
    const needed = findPackage(name, folder)
    if (needed) packagesOf(needed, found)
  }
  return found
}

/**
 * The folder where Node finds a package; null for a peer dependency that is not installed.
 *
 * @param {string} name
 * @param {string} from
 * @returns {string | null}
 */
function findPackage(name, from) {
  try {
    return realpathSync(join(from, 'node_modules', name))
  } catch {
    return dirname(from) === from ? null : findPackage(name, dirname(from))
  }
}

/** @param {string} folder */
function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** The seconds of the quickest of five runs on a project with one document. */
function bestRun() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    mkdirSync(join(folder, 'src'))
    symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
    const from = JSON.stringify(join(here, 'dist/index.js'))
    const config = `import { onrecord } from ${from}\nexport default onrecord({ documents: 'src/**/*.ts' })\n`
    writeFileSync(join(folder, 'codegen.ts'), config)
    const document = "import { graphql } from './gql'\ngraphql(`query Q { topics { nodes { name } } }`)\n"
    writeFileSync(join(folder, 'src/q.ts'), document)
    const seconds = Array.from({ length: 5 }, () => {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, [join(cli, 'esm/bin.js')], { cwd: folder })
      if (status !== 0) throw new Error(String(stderr))
      return (performance.now() - start) / 1000
    })
    return Math.min(...seconds).toFixed(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
