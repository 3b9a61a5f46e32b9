import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { JsonText } from '@onrecord/pothos-read-plan'
import { codedError } from '../../graphql/coded-error.js'
import type { ErrorExtensionCode } from '../../record/errors.js'
import type { Admitted } from '../admission.js'
import type { SpareMemory } from '../spare-memory.js'
import { writePieces } from '../write-pieces.js'
import {
  type ContentEncoding,
  compress,
  compressor,
  encodingFor,
  LEAST_COMPRESSED,
} from './content-encoding.js'

/** An answer whose body is known as a whole. JSON is written a piece at a time. */
export interface WholeAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer | JsonText
}

/** What a sender of answers does. */
export interface SenderOptions {
  /** Whether bodies are ever compressed. */
  compression: boolean
  memory: SpareMemory
  /**
   * Most bytes of all bodies together that wait to be compressed; what is more is sent as it is. Default: 50 million, which
   * Brotli compresses in about a second.
   */
  mostCompressing?: number
}

/** Sends answers, compressed where the caller takes that. */
export class AnswerSender {
  readonly #options: Required<SenderOptions>
  #compressing = 0

  constructor(options: SenderOptions) {
    this.#options = { mostCompressing: 50_000_000, ...options }
  }

  async send(request: IncomingMessage, response: ServerResponse, answer: WholeAnswer): Promise<void> {
    const { status, headers, body } = answer
    // These have no body, and no length of one: RFC 9110, 8.6.
    if (status === 204 || status === 304) {
      response.writeHead(status, headers).end()
      return
    }
    const length = body instanceof JsonText ? body.length : Buffer.byteLength(body)
    const encoding = headers['content-encoding'] ? null : this.#encodingFor(request, length)
    if (encoding === null) {
      if (body instanceof JsonText) return this.#sendPieces(response, status, headers, body)
      headers['content-length'] = String(length)
      response.writeHead(status, headers).end(body)
      return
    }
    const compressed = await this.#compressed(body, length, encoding)
    headers['content-encoding'] = encoding
    headers['content-length'] = String(compressed.length)
    response.writeHead(status, headers).end(compressed)
  }

  async #sendPieces(
    response: ServerResponse,
    status: number,
    headers: WholeAnswer['headers'],
    body: JsonText,
  ) {
    response.writeHead(status, headers)
    try {
      await writePieces(response, body)
    } finally {
      this.#options.memory.note(body.length)
    }
  }

  #encodingFor({ headers }: IncomingMessage, length: number): ContentEncoding | null {
    const accepted = headers['accept-encoding']
    const { compression, mostCompressing } = this.#options
    if (!compression || !accepted || length < LEAST_COMPRESSED) return null
    return this.#compressing + length <= mostCompressing ? encodingFor(accepted) : null
  }

  async #compressed(body: WholeAnswer['body'], length: number, encoding: ContentEncoding): Promise<Buffer> {
    this.#compressing += length
    try {
      return await compress(body, encoding)
    } finally {
      this.#compressing -= length
      this.#options.memory.note(length)
    }
  }

  /** Sends a body as it comes, compressed where the caller takes that. Fails when the body does: the caller sees it end early. */
  async sendStream(
    request: IncomingMessage,
    response: ServerResponse,
    {
      status,
      headers,
      body,
    }: { status: number; headers: Record<string, string>; body: AsyncIterable<Uint8Array> },
  ): Promise<void> {
    const encoding = this.#options.compression ? encodingFor(request.headers['accept-encoding']) : null
    response.writeHead(status, encoding ? { ...headers, 'content-encoding': encoding } : headers)
    const source = Readable.from(body)
    if (encoding) await pipeline(source, compressor(encoding), response)
    else await pipeline(source, response)
  }

  /** Sends what a handler of fetch's `Request` has answered, or its long answer. Streams of events are sent as they come. */
  async sendFetched(
    request: IncomingMessage,
    response: ServerResponse,
    fetched: Response,
    { admission }: Admitted = {},
  ): Promise<void> {
    const { status } = fetched
    const headers: Record<string, string> = {}
    for (const [name, value] of fetched.headers) headers[name.toLowerCase()] = value
    if (fetched.body && STREAM.test(headers['content-type'] ?? '')) {
      // Yoga names an encoding that does not exist, against proxies that would compress the stream.
      delete headers['content-encoding']
      // A connection that is kept once its stream has ended would keep a server that stops from ending.
      headers.connection = 'close'
      response.writeHead(status, { ...headers, 'cache-control': 'no-cache, no-transform' })
      return pipeline(Readable.from(fetched.body), response)
    }
    const body = admission?.long ?? (await fetched.text())
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
