import { availableParallelism } from 'node:os'
import type { ThreadedExtractor } from '../extractor/extract-text.js'
import type { parseContent } from '../sources/read-source.js'
import { ThreadPool } from './thread-pool.js'

/** The most threads. More would wait for the one database connection that writes. */
const MOST_THREADS = 4

/** Reads sources and extracts statements in other threads, so that this one stays free. */
export interface TextThreads {
  parse: typeof parseContent
  /** The rules of @onrecord/extract. */
  extractor: ThreadedExtractor
  /** Ends the threads. Work that is not done fails. */
  close(): Promise<void>
}

/**
 * Makes threads, as many as there are processors besides the one of this thread, and one at least. They start when there
 * is work, and end when there is none for ten seconds.
 */
export function createTextThreads(): TextThreads {
  const pool = new ThreadPool(Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)))
  return {
    parse: (content) => pool.run('parse', content),
    extractor: {
      method: 'RULE',
      extract: (text, options) => pool.run('extract', text, options ?? {}),
      extractText: (text, options) => pool.run('extract', text, options),
    },
    close: () => pool.close(),
  }
}
