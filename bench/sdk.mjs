/**
 * Measures the cost of the SDK against its budgets: bytes in a browser bundle (esbuild, minified, gzip), type
 * instantiations, and bytes on disk. Fails when one is over its budget, and when a program in a README does not have the
 * size that stands beside it.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../tools/workspace.mjs'
import { bundle, bundleSize, typeCheck } from './measure.mjs'

const CLIENT = `import { createClient } from '@onrecord/sdk'
const client = createClient({ url: '' })
`
const ONE = `import { createClient, getTopic } from '@onrecord/sdk'
console.log(getTopic(createClient({ url: '' }), { by: { slug: 'a' } }))
`
const EVERYTHING = `import * as sdk from '@onrecord/sdk'
console.log(sdk.createClient, sdk.query, sdk.mutate, sdk.subscribe, sdk.paginate, sdk.each, sdk.listSites, sdk.OnRecordError)
`
const LIVE = `${CLIENT.replace('createClient }', 'createClient, subscribe }')}console.log(client, subscribe)`
const SYNC = `${CLIENT.replace('createClient }', 'createClient, sync }')}console.log(client, sync)`
const QUERY_OPTIONS = `${ONE}import { queryOptions, infiniteQueryOptions } from '@onrecord/sdk/query'
console.log(queryOptions, infiniteQueryOptions)
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

const manifest = JSON.parse(readFileSync(inRoot('packages/sdk/package.json'), 'utf8'))
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
    // The design wants 2,500 and 5,000 B here. Of the first, 850 B are the reading of documents (lexer, keys, syntax trees),
    // 300 B persisted operations; each further option, check and fact of an answer takes 20 to 60 B.
    ['core and one ready-made operation', bundleSize(folder, ONE), 3_950, 'B'],
    ['everything', bundleSize(folder, EVERYTHING), 6_300, 'B'],
    [
      'what subscribe adds',
      bundleSize(folder, LIVE) - bundleSize(folder, `${CLIENT}console.log(client)`),
      1_000,
      'B',
    ],
    // Half of it are the two operations, with the fields of statements, articles and speakers.
    [
      'what sync adds, with subscribe',
      bundleSize(folder, SYNC) - bundleSize(folder, `${CLIENT}console.log(client)`),
      1_800,
      'B',
    ],
    ['what queryOptions adds', bundleSize(folder, QUERY_OPTIONS) - bundleSize(folder, ONE), 500, 'B'],
    ['operations that are not imported', documentsIn(CLIENT), 0, 'documents'],
    ['enums that are not imported', valuesIn(CLIENT), 0, 'values'],
    // The schema does not count, because its files are as large as the API is.
    // The goal is 400,000: webhooks, alerts, notes and claims made the schema's types larger than that.
    ['unpacked, without the schema', unpacked(), 427_000, 'B'],
    ...claims().map(({ document, code, claim }) => {
      const size = bundleSize(folder, code)
      const most = claim * 1000
      return [
        `the program in ${document}`,
        size,
        size > most - 100 ? most : 0,
        `B: say ${(Math.ceil(size / 100) / 10).toFixed(1)} kB`,
      ]
    }),
    ['runtime dependencies', needed(), 0, 'packages'],
    ['modules with side effects', manifest.sideEffects === false ? 0 : 1, 0, ''],
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
function valuesIn(source) {
  return (
    Buffer.from(bundle(folder, `${source}console.log(client)`))
      .toString()
      .split('"INDIRECT"').length - 1
  )
}

/** @param {string} source */
function documentsIn(source) {
  return (
    Buffer.from(bundle(folder, `${source}console.log(client)`))
      .toString()
      .split('}fragment ').length - 1
  )
}

/** @param {string} source */
function instantiations(source) {
  const { instantiations, errors } = typeCheck(folder, source)
  if (errors.length > 0) throw new Error(errors.join('\n'))
  return instantiations
}

/**
 * @param {string} path
 * @returns {number}
 */
function size(path) {
  if (/\.map$|\.test\.|\/testing$/.test(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0)
}

/** The bytes of the files that the manifest puts into the archive, without the files of the schema. */
function unpacked() {
  const schema = ['schema.graphql', 'introspection.json', 'operations.json']
  const names = [
    'package.json',
    'README.md',
    ...manifest.files.filter((/** @type {string} */ name) => !name.startsWith('!') && !schema.includes(name)),
  ]
  return names.reduce((sum, name) => sum + size(inRoot('packages/sdk', name)), 0)
}

/** The programs in READMEs below which their size stands, in kB rounded up. */
function claims() {
  return ['README.md', 'packages/sdk/README.md'].map((document) => {
    const text = readFileSync(inRoot(document), 'utf8')
    const sized =
      /^```ts\n((?:(?!^```)[\s\S])*)^```\n(?:(?!^```ts)[\s\S])*?(\d\.\d) kB, minified and compressed/m.exec(
        text,
      )
    if (!sized) throw new Error(`${document} says of no program how large it is`)
    return { document, code: sized[1] ?? '', claim: Number(sized[2]) }
  })
}

function needed() {
  const { dependencies, peerDependencies, optionalDependencies } = manifest
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }).length
}
