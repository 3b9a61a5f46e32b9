/**
 * Makes an async iterator that can be ended from outside while it waits: `return()` aborts the signal, where that of a
 * generator would first wait for the next value.
 */
export function stoppable<Value>(
  make: (signal: AbortSignal) => AsyncGenerator<Value, void, undefined>,
): AsyncIterableIterator<Value> {
  const end = new AbortController()
  const values = make(end.signal)
  const iterator: AsyncIterableIterator<Value> = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => values.next(),
    return() {
      end.abort()
      return values.return() as Promise<IteratorResult<Value>>
    },
  }
  return iterator
}
