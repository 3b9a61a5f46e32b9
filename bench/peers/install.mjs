import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, introspectionFromSchema } from 'graphql'
import { packPackages } from '../../tools/pack.mjs'
import { quietly } from '../../tools/process.mjs'
import { inRoot } from '../../tools/workspace.mjs'
import { installManifest } from './install-manifest.mjs'

const SCHEMA = inRoot('packages/sdk/schema.graphql')

/**
 * Installs the peers once for each package.json, and the SDK from a tarball that is packed anew. Gives their folder.
 *
 * @returns {Promise<string>}
 */
export async function installPeers() {
  const folder = await installManifest(inRoot('bench/peers/package.json'))
  const packed = await packPackages(join(folder, 'packed'))
  const sdk = join(folder, 'node_modules/@onrecord/sdk')
  rmSync(sdk, { recursive: true, force: true })
  mkdirSync(sdk, { recursive: true })
  await quietly('unpacking', 'tar', ['-xzf', packed('sdk'), '--strip-components', '1', '-C', sdk], {})
  const genql = join(folder, 'node_modules/@genql/cli')
  const { bin } = JSON.parse(readFileSync(join(genql, 'package.json'), 'utf8'))
  await quietly(
    'generating the client of genql',
    process.execPath,
    [join(genql, bin.genql ?? bin), '--schema', SCHEMA, '--output', join(folder, 'genql')],
    { cwd: folder },
  )
  const introspection = introspectionFromSchema(buildSchema(readFileSync(SCHEMA, 'utf8')))
  writeFileSync(
    join(folder, 'introspection.d.ts'),
    `export type introspection = ${JSON.stringify(introspection)}\n`,
  )
  return folder
}

/**
 * The number of packages that come with a package: itself and its dependencies.
 *
 * @param {string} folder
 * @param {string} name
 */
export function packagesOf(folder, name) {
  if (name === '@onrecord/sdk') return 1
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const seen = new Set()
  /** @param {string} wanted @param {string} from */
  const visit = (wanted, from) => {
    const path = placeOf(packages, wanted, from)
    if (!path || seen.has(path)) return
    seen.add(path)
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[path]
    const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional)
    for (const each of [...Object.keys(dependencies), ...peers]) visit(each, path)
  }
  visit(name, '')
  return seen.size
}

/** The path where Node finds a package that another one imports. */
function placeOf(packages, wanted, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at ? `${at}/` : ''}node_modules/${wanted}`
    if (packages[path]) return path
    if (!at) return null
  }
}
