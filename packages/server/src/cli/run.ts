import { readFileSync } from 'node:fs'
import { CommanderError } from 'commander'
import { EXIT } from './exit-codes.js'
import { tell, tellText } from './print.js'
import { createProgram } from './program.js'

/**
 * Runs the `onrecord` command with the streams, environment and working folder of the process, and sets its exit code.
 * A failure is printed to standard error, and never thrown.
 *
 * @param args the command line without `onrecord` itself.
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await createProgram(readVersion()).parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = await explain(error)
  }
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** Prints what went wrong. @returns the exit code. */
async function explain(error: unknown): Promise<number> {
  // Commander has printed its message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usedWrongly
  const { describeFailure, exitCodeOf } = await import('./failure.js')
  for (const line of describeFailure(error).split('\n')) tell(line)
  if (process.env.LOG_LEVEL === 'debug') tellText(`${(error as Error).stack}\n`)
  return exitCodeOf(error)
}
