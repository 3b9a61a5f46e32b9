#!/usr/bin/env node
/**
 * Runs Prisma's schema engine without Prisma's download. It uses the WebAssembly build of the engine from the npm registry,
 * and speaks the protocol of the native engine with Prisma's command line: JSON-RPC on stdin and stdout, one message a
 * line. prisma.config.ts points Prisma to this file, so it must stay executable.
 *
 * It works on PostgreSQL, and on PGlite in a folder or in memory: see `openDatabase`.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { openDatabase } from './schema-engine-database.mjs'
import { logError, probe } from './schema-engine-probe.mjs'

// Without these flags, V8 would optimise the engine and PGlite for longer than this process runs, and delay its end.
setFlagsFromString('--no-wasm-tier-up --no-wasm-dynamic-tiering')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean' },
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})

/** @type {{ url: string }} */
const { url } = JSON.parse(String(values.datasource ?? '{"url":"memory:"}'))

let panic = ''
// The WebAssembly build reports the reason of a panic here, before it throws an exception.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(/** @type {string} */ reason) {
      panic = reason
    },
  },
})
process.on('uncaughtException', (error) => {
  logError(panic || (error.stack ?? String(error)))
  process.exit(1)
})

loadEngine()
if (values.version) process.stdout.write(`schema-engine-wasm ${bindings.version()}\n`)
else if (positionals[0] === 'cli') await probe(url, positionals[1])
else serve()

function loadEngine() {
  const file = new URL(
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  )
  const module = new WebAssembly.Module(readFileSync(file))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(exports)
  const start = /** @type {() => void} */ (exports.__wbindgen_start)
  start()
}

/** Answers requests until stdin ends, or until Prisma ends the process, which it does as soon as it has its answers. */
function serve() {
  /** @type {ReturnType<typeof openEngine> | undefined} */
  let opened
  /** @type {Promise<void>} */
  let last = Promise.resolve()
  const close = async () => {
    await last
    await opened?.then(
      ({ database }) => database.close(),
      () => {}, // The answer has already reported that it could not be opened.
    )
    process.exit(0)
  }
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const request = JSON.parse(line)
    // Prisma also answers our own `print` requests. Answers have no method.
    if (!request.method) return
    last = last.then(async () => {
      opened ??= openEngine()
      const answer = await opened.then(({ engine }) => call(engine, request)).catch(failure)
      send({ id: request.id, ...answer })
    })
  })
  lines.once('close', close)
  process.once('SIGTERM', () => lines.close())
}

async function openEngine() {
  const files = (values.datamodels ?? []).map(String)
  const datamodels = files.map((file) => /** @type {[string, string]} */ ([file, readFileSync(file, 'utf8')]))
  const database = await openDatabase(url)
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(database.factory),
  )
  return { engine, database }
}

/**
 * @param {bindings.SchemaEngine} engine
 * @param {{ method: string, params: any }} request
 */
async function call(engine, { method, params }) {
  // This is the only method with different names in the two builds.
  const name = method === 'getDatabaseVersion' ? 'version' : method
  if (name === 'evaluateDataLoss') await openShadow(engine, params)
  const run = Reflect.get(engine, name)
  if (typeof run !== 'function') throw new Error(`the schema engine has no method ${method}`)
  const result = await run.call(engine, params)
  // Prisma expects a request to print the diff, as the native engine sends it.
  if (name === 'diff' && result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
  return { result: result ?? null }
}

/**
 * Opens the shadow database. This build opens it only in some methods. On a fresh database Prisma calls `evaluateDataLoss`
 * before any of them, which would fail.
 *
 * @param {bindings.SchemaEngine} engine
 * @param {bindings.EvaluateDataLossInput} input
 */
async function openShadow(engine, { migrationsList, filters }) {
  await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true })
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** @param {unknown} error */
function failure(error) {
  const message = error instanceof Error ? error.message : String(error)
  return { error: { code: 4466, message, data: { is_panic: false, message, error_code: null } } }
}
