import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { codedError } from '../../graphql/coded-error.js'
import type { ErrorExtensionCode } from '../../record/errors.js'
import { type ContentEncoding, compress, encodingFor, LEAST_COMPRESSED } from './content-encoding.js'

/** An answer whose body is known as a whole. */
export interface WholeAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** Sends answers, compressed where the caller takes that. */
export class AnswerSender {
  readonly #compression: boolean

  /** @param compression whether bodies are ever compressed. */
  constructor(compression: boolean) {
    this.#compression = compression
  }

  async send(request: IncomingMessage, response: ServerResponse, answer: WholeAnswer): Promise<void> {
    const { status, headers, body } = answer
    // These have no body, and no length of one: RFC 9110, 8.6.
    if (status === 204 || status === 304) {
      response.writeHead(status, headers).end()
      return
    }
    const length = Buffer.byteLength(body)
    const encoding = headers['content-encoding'] ? null : this.#encodingFor(request, length)
    if (encoding === null) {
      headers['content-length'] = String(length)
      response.writeHead(status, headers).end(body)
      return
    }
    const compressed = await compress(body, encoding)
    headers['content-encoding'] = encoding
    headers['content-length'] = String(compressed.length)
    response.writeHead(status, headers).end(compressed)
  }

  #encodingFor({ headers }: IncomingMessage, length: number): ContentEncoding | null {
    const accepted = headers['accept-encoding']
    return this.#compression && accepted && length >= LEAST_COMPRESSED ? encodingFor(accepted) : null
  }

  /** Sends what a handler of fetch's `Request` has answered. Streams of events are sent as they come. */
  async sendFetched(request: IncomingMessage, response: ServerResponse, fetched: Response): Promise<void> {
    const { status } = fetched
    const headers: Record<string, string> = {}
    for (const [name, value] of fetched.headers) headers[name.toLowerCase()] = value
    if (fetched.body && STREAM.test(headers['content-type'] ?? '')) {
      // Yoga names an encoding that does not exist, against proxies that would compress the stream.
      delete headers['content-encoding']
      response.writeHead(status, { ...headers, 'cache-control': 'no-cache, no-transform' })
      return pipeline(Readable.from(fetched.body), response)
    }
    const body = await fetched.text()
    if (status !== 406 || body !== '') return this.send(request, response, { status, headers, body })
    const id = headers['x-request-id'] as string
    const refusal = errorAnswer(406, 'BAD_REQUEST', NOT_ACCEPTABLE, { 'x-request-id': id })
    return this.send(request, response, refusal)
  }
}

/** Media types of answers that come in parts. */
const STREAM = /^(text\/event-stream|multipart\/mixed)\b/

const NOT_ACCEPTABLE =
  'an answer is JSON: accept application/graphql-response+json or application/json, or send no such header'

/** The answer of a request that is not for GraphQL: its error as JSON, as GraphQL's are. */
export const errorAnswer = (
  status: number,
  code: ErrorExtensionCode,
  message: string,
  headers: Record<string, string> = {},
): WholeAnswer => ({
  status,
  headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ errors: [codedError(code, message)] }),
})
