/**
 * Compares the SDK's tarball with other clients: their costs, and their behaviour with a misbehaving server. Installs them
 * from the npm registry into .tools at its first run. `--json` prints the figures as JSON.
 *
 *   npm run bench -- sdk-peers
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleSize, typeCheck } from './measure.mjs'
import { BEHAVIOURS, behaviourOf } from './peers/behaviour.mjs'
import { installPeers, packagesOf } from './peers/install.mjs'
import { startMisbehavingServer } from './peers/misbehaving-server.mjs'
import { PEERS } from './peers/peers.mjs'

const folder = await installPeers()
const server = await startMisbehavingServer()
const started = await Promise.all(PEERS.map((peer) => behaviourOf(folder, peer, server)))
// The first abort in a process is slower, because the runtime loads code for it. This one keeps it out of the figures.
await fetch(`${server.url}/hang`, { signal: AbortSignal.timeout(100) }).catch(() => {})
/** @type {(Record<string, string> | null)[]} */
const behaviours = []
for (const one of started) behaviours.push(one && { abort: await one.abort(), ...(await one.rest()) })
for (const [index, one] of started.entries())
  if (one) behaviours[index] = { ...behaviours[index], hang: await one.hang }
server.close()

// Most projects have these options. genql needs them, because it writes imports without extensions.
const TYPES = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'] }
const empty = typeCheck(folder, 'export {}', TYPES).instantiations
const rows = PEERS.map((peer, index) => ({
  name: peer.name,
  version: JSON.parse(readFileSync(join(folder, 'node_modules', peer.name, 'package.json'), 'utf8')).version,
  bytes: sizeOf(peer.consumer),
  packages: packagesOf(folder, peer.name),
  typesAtImport: atImport(peer.consumer),
  typesPerQuery: peer.custom && perQuery(peer.custom),
  newEnumValue: peer.custom && peer.open && isOpen(peer.custom, peer.open),
  iterator: peer.iterator,
  shipsSchema: shipsSchema(join(folder, 'node_modules', peer.name)),
  behaviour: behaviours[index],
}))

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2))
else {
  const cost = rows.map((row) => [
    `${row.name} ${row.version}`,
    row.bytes === null ? 'does not build for a browser' : (row.bytes / 1000).toFixed(1),
    row.packages,
    row.typesAtImport.toLocaleString('en'),
    row.typesPerQuery?.toLocaleString('en') ?? '–',
    row.newEnumValue === null ? '–' : row.newEnumValue ? 'has a case' : 'breaks the types',
    row.iterator,
    row.shipsSchema ? 'yes' : 'no',
  ])
  print(
    [
      '',
      'gz kB',
      'packages',
      'type instantiations at import',
      'per custom query',
      'a new enum value',
      'iterator',
      'ships its schema',
    ],
    cost,
  )
  const sending = rows.filter(({ behaviour }) => behaviour)
  print(
    ['', ...sending.map(({ name }) => name)],
    Object.entries(BEHAVIOURS).map(([key, what]) => [
      what,
      ...sending.map(({ behaviour }) => behaviour?.[key]),
    ]),
  )
}

/** @param {string} source */
function sizeOf(source) {
  try {
    return bundleSize(folder, source.replace(/^import type.*\n|<\{.*?\}>/gm, ''))
  } catch {
    return null
  }
}

/** @param {string} consumer */
function atImport(consumer) {
  const { instantiations, errors } = typeCheck(folder, consumer, TYPES)
  failOn(errors)
  return instantiations - empty
}

/** @param {{ head: string, queries: [string, string] }} custom */
function perQuery({ head, queries: [first, second] }) {
  const one = typeCheck(folder, `${head}\n${first}`, TYPES)
  const both = typeCheck(folder, `${head}\n${first}\n${second}`, TYPES)
  failOn(both.errors)
  return both.instantiations - one.instantiations
}

/** Throws the errors of our own program, and ignores those of packages. */
function failOn(/** @type {string[]} */ errors) {
  const ours = errors.filter((line) => line.startsWith('a.ts') || line.includes('/a.ts'))
  if (ours.length > 0) throw new Error(ours.join('\n'))
}

/** Whether a program that knows all values of an enum still has a case for others. */
function isOpen({ head, queries: [first] }, value) {
  const cases = ['DIRECT', 'INDIRECT', 'MIXED'].map((each) => `case '${each}':`).join(' ')
  const program = `${head}\n${first}\nconst value = ${value}
export function use(kind: typeof value) { switch (kind) { ${cases} return; default: { const none: never = kind; return none } } }`
  return typeCheck(folder, program, TYPES).errors.some((line) => line.includes("type 'never'"))
}

/** @param {string} path */
function shipsSchema(path) {
  if (!existsSync(path)) return false
  return readdirSync(path, { recursive: true }).some(
    (name) =>
      /(^|[\\/])schema[^\\/]*\.(graphql|gql)$/.test(String(name)) && !String(name).includes('node_modules'),
  )
}

/** @param {string[]} head @param {unknown[][]} lines */
function print(head, lines) {
  for (const line of [head, head.map(() => '---'), ...lines]) console.log(`| ${line.join(' | ')} |`)
  console.log()
}
