import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.js'

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  /** Added to an environment without any variable that On Record reads. */
  env?: Record<string, string>
  stdin?: string | Uint8Array
}

/** What a command sees of the machine besides On Record's own variables. */
export const bareEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH, HOME } = process.env
  return { PATH, HOME }
}

let before: Promise<unknown> = Promise.resolve()

/**
 * Runs the `onrecord` command to its end in this process, which is far quicker than a process of its own: with
 * arguments, environment, folder and standard input of its own, its output caught. Commands run one after another,
 * for a process has only one of each. `runProcess` is for what only a real process shows.
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

/** Gives a property another value; what it returns puts the old one back. */
function replace(target: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
  return () => {
    if (own) Object.defineProperty(target, name, own)
    else Reflect.deleteProperty(target, name)
  }
}
