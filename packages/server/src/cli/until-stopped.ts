import { EXIT } from './exit-codes.js'

/** Exits with the code that shells give to a process ended by a signal: 143 after SIGTERM, 130 after SIGINT. */
const endNow = (_signal: NodeJS.Signals, number: number) => process.exit(128 + number)

/**
 * Makes SIGTERM and SIGINT end the process at once, until `untilStopped` is called.
 *
 * Usually the kernel does this without a handler, even while PostgreSQL in WebAssembly keeps handlers from running.
 * Only the first process of a container needs one, for the kernel drops signals that it does not handle.
 */
export function endAtSignals(): void {
  if (process.pid !== 1) return
  process.on('SIGTERM', endNow)
  process.on('SIGINT', endNow)
}

/**
 * Resolves at the first SIGTERM or SIGINT, so that work under way can be finished; `signal` is then aborted. The second
 * SIGTERM or SIGINT ends the process at once.
 */
export function untilStopped(): Promise<void> & { signal: AbortSignal } {
  const controller = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    const stop = () => {
      if (controller.signal.aborted) process.exit(EXIT.failed)
      controller.abort()
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.off(signal, endNow)
      process.on(signal, stop)
    }
  })
  return Object.assign(stopped, { signal: controller.signal })
}
