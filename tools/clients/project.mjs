import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from '@babel/core'
import { build } from 'esbuild'
import { packPackages } from '../pack.mjs'
import { capture, quietly } from '../process.mjs'
import { binary, inRoot } from '../workspace.mjs'

/** The guides whose programs name their file in the first line. Together they are one project. */
const GUIDES = ['clients', 'live', 'nextjs', 'react', 'testing', 'workers']

/** What a user of these clients, and nothing else, installs. */
const TYPES = { types: ['next', 'node', 'react', 'react-dom', 'relay-runtime'] }

const CONFIGURATION = {
  compilerOptions: {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true },
    ...{ module: 'preserve', target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'] },
    ...{ jsx: 'react-jsx', resolveJsonModule: true, noEmit: true, verbatimModuleSyntax: true, ...TYPES },
  },
  include: ['src', 'app'],
}

/**
 * A file of the project, as a guide shows it.
 *
 * @typedef {object} ShownFile
 * @property {string} guide
 * @property {string} name such as "src/apollo.ts"
 * @property {string} code
 * @property {string | null} output what the program prints
 */

/** @returns {ShownFile[]} */
export const shownFiles = () =>
  GUIDES.flatMap((guide) => {
    const text = readFileSync(inRoot(`docs/guides/${guide}.md`), 'utf8')
    const blocks = text.matchAll(
      /^```(?:[jt]sx?|jsonc)\n\/\/ (\S+)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm,
    )
    return [...blocks].map(([, name = '', code = '', output = null]) => ({ guide, name, code, output }))
  })

/**
 * Writes the project that the guides show, with the SDK as it is published, and the other packages of the workspace.
 *
 * @param {string} folder
 * @param {string} url of a service, in place of the one that the guides name
 */
export async function writeProject(folder, url) {
  const modules = join(folder, 'node_modules')
  const link = (/** @type {string} */ name, /** @type {string} */ target) => {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(target, join(modules, name))
  }
  const installed = inRoot('node_modules')
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.') || name === '@onrecord') continue
    if (!name.startsWith('@')) link(name, join(installed, name))
    else
      for (const part of readdirSync(join(installed, name)))
        link(`${name}/${part}`, join(installed, name, part))
  }
  const archive = await packPackages(join(folder, 'packed'), ['sdk'])
  const sdk = join(modules, '@onrecord/sdk')
  mkdirSync(sdk, { recursive: true })
  await quietly('unpacking', 'tar', ['-xzf', archive('sdk'), '--strip-components=1', '-C', sdk])
  for (const { name, code } of shownFiles())
    write(folder, name, code.replaceAll('http://127.0.0.1:4000', url))
  write(folder, 'package.json', '{ "type": "module" }')
  write(folder, 'tsconfig.json', JSON.stringify(CONFIGURATION))
}

/** @param {string} folder @param {string} name @param {string} text */
function write(folder, name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** Generates what Relay generates, and then checks all types. */
export async function checkProject(/** @type {string} */ folder) {
  await quietly('relay-compiler', process.execPath, [binary('relay-compiler')], { cwd: folder })
  return capture(process.execPath, [binary('typescript')], { cwd: folder })
}

/**
 * Bundles a program with the files that it imports, but not with packages, and runs it.
 *
 * @param {string} folder
 * @param {string} name
 */
export async function runProgram(folder, name) {
  const outfile = join(folder, `dist/${name.replace(/\W/g, '-')}.mjs`)
  await build({
    entryPoints: [join(folder, name)],
    outfile,
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', jsx: 'automatic' },
    plugins: [relay],
    logLevel: 'error',
  })
  return capture(process.execPath, [outfile], { cwd: folder })
}

/**
 * Bundles a program with everything that it imports, for a place that has only Web APIs.
 *
 * @param {string} folder
 * @param {string} name
 * @param {string} globalName of its exports
 */
export async function bundleForWeb(folder, name, globalName) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    ...{ bundle: true, format: 'iife', globalName, platform: 'browser', write: false, logLevel: 'error' },
  })
  return /** @type {{ text: string }} */ (outputFiles[0]).text
}

/** Puts the generated artifacts in place of the tagged templates, as the plugins for bundlers do. */
const relay = /** @type {import('esbuild').Plugin} */ ({
  name: 'relay',
  setup({ onLoad }) {
    onLoad({ filter: /relay\.ts$/ }, ({ path }) => {
      const transformed = transformSync(readFileSync(path, 'utf8'), {
        filename: path,
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript'] },
        plugins: [['relay', { eagerEsModules: true }]],
      })
      return { contents: transformed?.code ?? '', loader: 'ts' }
    })
  },
})
