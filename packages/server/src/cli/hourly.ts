import type { Logger } from '../http/logger.js'

/** Milliseconds before the first run, and between two. */
const [FIRST, INTERVAL] = [60_000, 3_600_000]

/**
 * Does a chore a minute after the start, and then every hour. A chore that fails is logged, and done again an hour later.
 *
 * @param what names it in the log.
 * @returns a function that ends it, once a chore under way is done.
 */
export function hourly(what: string, logger: Logger, chore: () => Promise<unknown>): () => Promise<void> {
  let isEnded = false
  let work: Promise<unknown> = Promise.resolve()
  const run = () => {
    work = chore()
      .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
      .finally(() => {
        if (!isEnded) timer = setTimeout(run, INTERVAL).unref()
      })
  }
  let timer = setTimeout(run, FIRST).unref()
  return async () => {
    isEnded = true
    clearTimeout(timer)
    await work
  }
}
