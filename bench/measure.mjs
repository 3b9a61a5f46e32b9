import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { binary } from '../tools/workspace.mjs'

/**
 * Bundles and minifies a program for a browser.
 *
 * @param {string} folder that has its packages
 * @param {string} source
 */
export function bundle(folder, source) {
  const file = join(folder, 'bundle.ts')
  writeFileSync(file, source)
  const options = /** @type {const} */ ({
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return buildSync({ ...options, entryPoints: [file], logLevel: 'silent' }).outputFiles[0].contents
}

/**
 * The size of a bundle in bytes, compressed with gzip.
 *
 * @param {string} folder
 * @param {string} source
 */
export const bundleSize = (folder, source) => gzipSync(bundle(folder, source), { level: 9 }).length

/**
 * Checks the types of a program with tsc under `strict`.
 *
 * @param {string} folder
 * @param {string} source
 * @param {object} [options] of the compiler
 * @returns {{ instantiations: number, errors: string[] }}
 */
export function typeCheck(folder, source, options = {}) {
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    types: [],
    lib: ['es2023', 'dom'],
    ...options,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['a.ts'] }))
  writeFileSync(join(folder, 'a.ts'), source)
  const report = run([binary('typescript'), '-p', folder, '--extendedDiagnostics'])
  return {
    instantiations: Number(/Instantiations:\s+(\d+)/.exec(report)?.[1]),
    errors: report.split('\n').filter((line) => /error TS\d+/.test(line)),
  }
}

/** @param {string[]} args */
function run(args) {
  try {
    return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  } catch (error) {
    // tsc exits with 1 when the program has errors, and still prints its report.
    return /** @type {{ stdout: string }} */ (error).stdout
  }
}
