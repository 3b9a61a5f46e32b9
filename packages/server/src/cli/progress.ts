import { printable } from '../text/printable.js'
import { printLine } from './print.js'

/** Shows how many sources are done. */
export interface Progress {
  /** Call it when the work on a source begins. */
  next(source: string): void
  /** Prints a line of results to standard output. */
  line(text: string): void
  stop(): void
}

/** Shows a bar on standard error when both outputs are terminals and there are several sources; else only the lines. */
export async function createProgress(total: number): Promise<Progress> {
  if (!process.stderr.isTTY || !process.stdout.isTTY || total < 2) {
    return { next() {}, stop() {}, line: printLine }
  }
  const { MultiBar } = await import('cli-progress')
  const bars = new MultiBar({
    format: '{bar} {value}/{total} {source}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
  })
  const bar = bars.create(total, 0, { source: '' })
  let started = 0
  return {
    next(source) {
      bar.update(started++, { source: printable(source) })
    },
    line(text) {
      bars.log(`${printable(text)}\n`)
      bars.update()
    },
    stop() {
      bars.stop()
    },
  }
}
