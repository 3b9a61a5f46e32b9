import { EXIT } from './exit-codes.js'

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
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
  return Object.assign(stopped, { signal: controller.signal })
}
