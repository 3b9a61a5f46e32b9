import { setImmediate } from 'node:timers/promises'
import type { ReadRows, Statement } from './database.js'
import { knownLarge, LARGE, LargeReads } from './large-reads.js'

/** Milliseconds of a read after which others get their turn. */
const LONGEST_TURN = 10

/**
 * Lets the reads of a database that runs on this thread take turns with everything else: it would run all that wait before
 * the event loop goes on. A statement that has given many bytes before waits for its turn to give many.
 */
export function readsInTurns(read: ReadRows): ReadRows {
  const [known, large] = [knownLarge(), new LargeReads()]
  let last: Promise<unknown> = Promise.resolve()
  /** Runs a read after those that came before it. @returns null for one that has to wait as a large one. */
  const next = (statement: Statement, isLarge: boolean): Promise<unknown[][] | null> => {
    let begun = 0
    const mine = last.then(async () => {
      if (!isLarge && known.has(statement.text)) return null
      begun = performance.now()
      const rows = await read(statement)
      if (bytesOf(rows) > LARGE) known.set(statement.text, true)
      else if (isLarge) known.delete(statement.text)
      return rows
    })
    const rest = () => (begun > 0 && performance.now() - begun > LONGEST_TURN ? setImmediate() : undefined)
    last = mine.then(rest, rest)
    return mine
  }
  return async (statement) => {
    const rows = known.has(statement.text) ? null : await next(statement, false)
    if (rows) return rows
    await new Promise<void>((resolve) => large.enter(resolve))
    try {
      return (await next(statement, true)) as unknown[][]
    } finally {
      large.leave()
    }
  }
}

const bytesOf = (rows: readonly unknown[][]): number => {
  let bytes = 0
  for (const row of rows) for (const value of row) if (typeof value === 'string') bytes += value.length
  return bytes
}
