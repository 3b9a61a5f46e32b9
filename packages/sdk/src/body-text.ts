import { OnRecordError } from './error.js'

/** The most UTF-16 code units of one answer or event. More is a fault of the service, and could fill the memory. */
const LARGEST = 100_000_000

/**
 * Gives the text of a response as it comes. Leaving the loop closes the connection.
 */
export async function* partsOf(response: Response): AsyncGenerator<string, void, undefined> {
  // React Native and node-fetch have no such stream, and stand-ins in tests have no body.
  const reader = response.body?.getReader?.()
  if (!reader) return yield await response.text()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      yield decoder.decode(value, { stream: !done })
      if (done) return
    }
  } finally {
    await reader.cancel()
  }
}

/** @throws OnRecordError when a text is larger than an answer may be. */
export function checkSize(length: number): void {
  if (length > LARGEST) throw new OnRecordError('invalid-response', `more than ${LARGEST} signs came`)
}
