import type { IncomingMessage, ServerResponse } from 'node:http'
import { codedError } from '../graphql/coded-error.js'
import { BUSY, type Refusal } from './refuse.js'

/** Most bytes of all bodies together that are held at the same time. */
const MOST_HELD = 200_000_000

/** Reads the bodies of requests, and counts how many bytes of them are held until they are answered. */
export class Bodies {
  #held = 0

  /**
   * Reads a body.
   *
   * @param most most bytes.
   * @returns null when the client goes away while it sends.
   */
  read(request: IncomingMessage, response: ServerResponse, most: number): Promise<Buffer | Refusal | null> {
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > most) return Promise.resolve(tooLong(most))
    if (this.#held + declared > MOST_HELD) return Promise.resolve(BUSY)
    return new Promise((resolve) => {
      const chunks: Buffer[] = []
      let length = 0
      const settle = (result: Buffer | Refusal | null) => {
        request.off('data', take)
        resolve(result)
      }
      const take = (chunk: Buffer) => {
        length += chunk.length
        this.#held += chunk.length
        chunks.push(chunk)
        if (length > most) settle(tooLong(most))
        else if (this.#held > MOST_HELD) settle(BUSY)
      }
      request.on('data', take)
      request.on('end', () => settle(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
      // An error tells that the client went away, as the closed connection does.
      request.on('error', () => settle(null))
      response.once('close', () => {
        this.#held -= length
        settle(null)
      })
    })
  }
}

const tooLong = (limit: number): Refusal => ({
  status: 413,
  error: codedError(
    'REQUEST_ENTITY_TOO_LARGE',
    `the body has more than ${limit} bytes: send less at once; only a key that may write can send whole articles`,
    { limit },
  ),
})
