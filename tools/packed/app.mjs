import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildSync, transformSync } from 'esbuild'
import { quietly } from '../process.mjs'
import { toolEnvironment } from '../toolchain.mjs'
import { binary, inRoot } from '../workspace.mjs'

/**
 * Makes a program of a user who installed the packages. Its files are those of packed/app and those that codegen's README
 * shows. npm installs the SDK from its archive. Then the documents are generated, the types checked, and the files turned
 * into JavaScript.
 *
 * @param {string} folder an empty folder
 * @param {(name: 'sdk' | 'codegen') => string} archive the path of a package's archive
 */
export async function makeApp(folder, archive) {
  const place = { cwd: folder, env: toolEnvironment() }
  cpSync(inRoot('tools/packed/app'), folder, { recursive: true })
  const shown = readFileSync(inRoot('packages/codegen/README.md'), 'utf8')
  for (const [, name = '', code = ''] of shown.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm))
    writeFileSync(join(folder, name), code)
  // Offline, so that the installation fails when the SDK has a dependency.
  const flags = ['--offline', '--no-audit', '--no-fund', '--no-package-lock']
  await quietly('installing the SDK', 'npm', ['install', ...flags, archive('sdk')], place)
  await unpackCodegen(join(folder, 'node_modules'), archive('codegen'))
  const cli = realpathSync(join(folder, 'node_modules/@graphql-codegen/cli'))
  await quietly('generating', process.execPath, [join(cli, 'esm/bin.js')], place)
  await quietly('checking types', process.execPath, [binary('typescript')], place)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/^src.*\.ts$/.test(name)) continue
    const { code } = transformSync(readFileSync(join(folder, name), 'utf8'), { loader: 'ts' })
    writeFileSync(join(folder, name.replace(/ts$/, 'js')), code)
  }
}

/**
 * Unpacks our codegen, and links the packages that it needs. npm would take half a minute to install the 300 packages of
 * GraphQL Code Generator's command.
 *
 * @param {string} modules
 * @param {string} archive
 */
async function unpackCodegen(modules, archive) {
  const folder = join(modules, '@onrecord/codegen')
  mkdirSync(folder, { recursive: true })
  await quietly('unpacking', 'tar', ['-xzf', archive, '--strip-components=1', '-C', folder])
  for (const name of ['@graphql-codegen', 'graphql'])
    symlinkSync(inRoot('packages/codegen/node_modules', name), join(modules, name))
}

/**
 * Bundles one of the app's programs with everything that it imports, for a browser or a worker.
 *
 * @param {string} folder
 * @param {string} name the name of the program
 */
export function bundleApp(folder, name) {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, `src/${name}.js`)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  })
  return /** @type {{ text: string }} */ (outputFiles[0]).text
}
