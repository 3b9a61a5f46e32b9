/**
 * What the SDK costs whoever uses it, against its budgets: bytes in a browser bundle (esbuild, minified, gzip), type
 * instantiations, and bytes on disk. Fails when one is over.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { binary, inRoot } from '../tools/workspace.mjs'

const CLIENT = `import { createClient } from '@onrecord/sdk'
const client = createClient({ url: '' })
`
const ONE = `import { createClient, getTopic } from '@onrecord/sdk'
console.log(getTopic(createClient({ url: '' }), { by: { slug: 'a' } }))
`
const EVERYTHING = `import * as sdk from '@onrecord/sdk'
console.log(sdk.createClient, sdk.query, sdk.mutate, sdk.subscribe, sdk.paginate, sdk.each, sdk.printed, sdk.listTopics, sdk.OnRecordError)
`
const FIXED = `import { createClient, listStatements } from '@onrecord/sdk'
const client = createClient({ url: '' })
export const text: string = (await listStatements(client)).nodes[0]!.text
`
const custom = (/** @type {string} */ list, /** @type {string} */ value, /** @type {string} */ object) => `
export const ${list} = await query(client, { ${list}: { $: { first: 10 }, nodes: { ${value}: true, ${object}: { name: true } } } })
export const ${value}: string = ${list}.${list}.nodes[0]!.${value}
`
const QUERY = CLIENT.replace('createClient }', 'createClient, query }')

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
try {
  mkdirSync(join(folder, 'node_modules/@onrecord'), { recursive: true })
  symlinkSync(inRoot('packages/sdk'), join(folder, 'node_modules/@onrecord/sdk'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const imported = instantiations(`${CLIENT}export { client }`)
  const first = instantiations(QUERY + custom('statements', 'text', 'speaker'))
  const second = instantiations(
    QUERY + custom('statements', 'text', 'speaker') + custom('articles', 'title', 'site'),
  )
  const rows = [
    ['core and one ready-made operation', bundle(ONE), 2_000, 'B'],
    ['everything', bundle(EVERYTHING), 4_000, 'B'],
    ['operations that are not imported', documentsIn(CLIENT), 0, 'documents'],
    ['unpacked', size(inRoot('packages/sdk/dist')), 300_000, 'B'],
    ['types at import', imported - instantiations('export {}'), 500, 'instantiations'],
    ['types of a ready-made operation', instantiations(FIXED) - imported, 10, 'instantiations'],
    ["types of a further query of one's own", second - first, 250, 'instantiations'],
  ]
  let over = 0
  for (const [what, is, most, unit] of rows) {
    const fits = is <= most
    if (!fits) over++
    console.log(
      `${fits ? 'ok  ' : 'OVER'} ${String(what).padEnd(40)} ${String(is).padStart(8)} of ${most} ${unit}`,
    )
  }
  process.exitCode = over > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {string} source */
function output(source) {
  const file = join(folder, 'bundle.js')
  writeFileSync(file, source)
  const options = /** @type {const} */ ({
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return buildSync({ ...options, entryPoints: [file], logLevel: 'error' }).outputFiles[0].contents
}

/** @param {string} source */
function bundle(source) {
  return gzipSync(output(source), { level: 9 }).length
}

/** @param {string} source */
function documentsIn(source) {
  return (
    Buffer.from(output(`${source}console.log(client)`))
      .toString()
      .split('fragment ').length - 1
  )
}

/** @param {string} source */
function instantiations(source) {
  const config = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    types: [],
    lib: ['es2023', 'dom'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: config, files: ['a.ts'] }))
  writeFileSync(join(folder, 'a.ts'), source)
  const args = [binary('typescript'), '-p', folder, '--extendedDiagnostics']
  const report = execFileSync(process.execPath, args, { encoding: 'utf8' })
  return Number(/Instantiations:\s+(\d+)/.exec(report)?.[1])
}

/**
 * @param {string} path
 * @returns {number}
 */
function size(path) {
  if (!statSync(path).isDirectory()) return /\.map$|\.test\./.test(path) ? 0 : statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0)
}
