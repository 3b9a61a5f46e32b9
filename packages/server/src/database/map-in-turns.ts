import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which others get their turn. */
const LONGEST_TURN = 10

/**
 * Maps items, and lets the event loop answer other requests in between: an article may have thousands of statements.
 *
 * @param map takes little time for an item.
 */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  let begin = performance.now()
  for (const item of items) {
    results.push(map(item))
    if (performance.now() - begin < LONGEST_TURN) continue
    await setImmediate()
    begin = performance.now()
  }
  return results
}
