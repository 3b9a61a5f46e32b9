import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { bareEnvironment, type CommandResult, type RunOptions } from './run-command.js'

/** The built command. `npm test` builds it first. */
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** A module that lists all loaded modules in the file that ONRECORD_MODULES names. */
const LIST_MODULES = new URL('list-modules.mjs', import.meta.url).href

/** V8's flags, the same as for the tests: see vitest.config.ts. */
const BASELINE = ['--liftoff-only']

/** Starts the built `onrecord` command. */
export function startProcess(args: string[], { cwd, env }: RunOptions, flags = BASELINE, main = MAIN) {
  return spawn(process.execPath, [...flags, main, ...args], {
    ...(cwd ? { cwd } : {}),
    env: { ...bareEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

const exit = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
  })

/** Runs the built `onrecord` command to its end in a process of its own, as a user does. */
export async function runProcess(args: string[], options: RunOptions = {}): Promise<CommandResult> {
  const child = startProcess(args, options)
  child.stdin.end(options.stdin ?? '')
  const [code, stdout, stderr] = await Promise.all([exit(child), text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** Runs the built `onrecord` command, and lists the addresses of all modules that it loads. It must succeed. */
export async function modulesOf(args: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-modules-'))
  try {
    const list = join(folder, 'modules')
    const child = startProcess(args, { env: { ONRECORD_MODULES: list } }, ['--import', LIST_MODULES])
    child.stdin.end()
    const [code, , stderr] = await Promise.all([exit(child), text(child.stdout), text(child.stderr)])
    if (code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${code}: ${stderr}`)
    return readFileSync(list, 'utf8').trimEnd().split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface ServingCommand {
  url: string
  /** The id of its process. */
  pid: number
  /** Sends an operation and gives its answer as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  ask(operation: string, key?: string): Promise<any>
  /** Sends a signal and gives the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Everything that the command has written to standard error so far. */
  log(): string
}

/**
 * Starts `onrecord serve` on a free port and waits until it is ready.
 *
 * @param main another build of the command.
 */
export async function serveCommand(
  args: string[],
  options: RunOptions = {},
  main = MAIN,
): Promise<ServingCommand> {
  // Tests send more requests than a stranger may. Those of the limit set it.
  const env = { ONRECORD_RATE_LIMIT: 'off', ...options.env }
  const child = startProcess(['serve', '--json', '--port', '0', ...args], { ...options, env }, BASELINE, main)
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  const ended = exit(child)
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      const ready = output.split('\n').find((line) => line.startsWith('{"url"'))
      if (ready) resolve((JSON.parse(ready) as { url: string }).url)
    })
    void ended.then((code) => reject(new Error(`onrecord serve ended with ${code}: ${log}`)))
  })
  return {
    url,
    pid: child.pid as number,
    async ask(query, key) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key ? { authorization: `Bearer ${key}` } : {}),
        },
        body: JSON.stringify({ query }),
      })
      return response.json()
    },
    end(signal) {
      child.kill(signal)
      return ended
    },
    log: () => log,
  }
}
