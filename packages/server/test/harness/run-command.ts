import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.js'

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  /** Variables that are added to an environment without On Record's own variables. */
  env?: Record<string, string>
  stdin?: string | Uint8Array
}

/** The environment of a command without On Record's own variables. */
export const bareEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH, HOME } = process.env
  return { PATH, HOME }
}

let before: Promise<unknown> = Promise.resolve()

/**
 * Runs the `onrecord` command to its end in this process, which is much faster than a process of its own. The command has
 * its own arguments, environment, folder and standard input, and its output is captured. Commands run one after another,
 * because a process has only one of each. `runProcess` is for tests that need a real process.
 */
export function runCommand(args: string[], options: RunOptions = {}): Promise<CommandResult> {
  const result = before.then(() => runHere(args, options))
  before = result.catch(() => {})
  return result
}

async function runHere(args: string[], { cwd, env, stdin = '' }: RunOptions): Promise<CommandResult> {
  const undo = [
    replace(process, 'env', { ...bareEnvironment(), ...env }),
    replace(process, 'stdin', Readable.from([Buffer.from(stdin)])),
  ]
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => {
    const written: string[] = []
    const write = (chunk: string | Uint8Array) => written.push(Buffer.from(chunk).toString()) > 0
    undo.push(replace(stream, 'write', write))
    return () => written.join('')
  }) as [() => string, () => string]
  const [folder, code] = [process.cwd(), process.exitCode]
  process.exitCode = undefined
  if (cwd) process.chdir(cwd)
  try {
    await run(args)
    return { code: Number(process.exitCode ?? 0), stdout: stdout(), stderr: stderr() }
  } finally {
    process.exitCode = code
    process.chdir(folder)
    for (const restore of undo.reverse()) restore()
  }
}

/** Replaces the value of a property. Returns a function that restores the old one. */
function replace(target: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
  return () => {
    if (own) Object.defineProperty(target, name, own)
    else Reflect.deleteProperty(target, name)
  }
}
