import { EXIT } from './exit-codes.js'

/** The shell's exit code of a process that a signal ended: 143 after SIGTERM, 130 after SIGINT. */
const endNow = (_signal: NodeJS.Signals, number: number) => process.exit(128 + number)

/**
 * Sees that SIGTERM and SIGINT end the process at once until `untilStopped` is called.
 *
 * The kernel does so by itself, even while PostgreSQL in WebAssembly keeps every handler from running. The first process of
 * a container is the exception: the kernel drops a signal that it does not handle.
 */
export function endAtSignals(): void {
  if (process.pid !== 1) return
  process.on('SIGTERM', endNow)
  process.on('SIGINT', endNow)
}

/**
 * Resolves at the first SIGTERM or SIGINT, so that work in hand can be finished; `signal` says so meanwhile. At the
 * second the process ends at once.
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
