/**
 * Makes a generator that its `return`, or the signal, ends while it waits: of itself, `return` would first wait for the next
 * value. `make` gets what is aborted then, and aborts it itself at its end.
 */
export function endable<Value>(
  signal: AbortSignal | undefined,
  make: (end: AbortController) => AsyncGenerator<Value, void, undefined>,
): AsyncGenerator<Value, void, undefined> {
  const end = new AbortController()
  const values = make(end)
  const finish = values.return
  const leave = () => end.abort()
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, end)
  values.return = (value) => {
    leave()
    return finish.call(values, value)
  }
  return values
}
