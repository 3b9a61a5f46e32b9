import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { codedError } from '../graphql/coded-error.js'
import type { ErrorExtensionCode } from '../record/errors.js'
import { SECURITY_HEADERS } from './edge/security-headers.js'

type Answer = readonly [status: string, code: ErrorExtensionCode, message: string]

/** The status line, code and message for the errors of Node; of all others it is 400. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'REQUEST_TIMEOUT',
    'the request did not come in time: send its headers within 10 s, and all of it within 30 s',
  ],
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'BAD_REQUEST',
    'the headers have more than 16 KB: send fewer',
  ],
}

/** Answers what is not HTTP, comes too slowly, or asks for what is not here, with a coded error, and closes its connection. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const other: Answer = ['400 Bad Request', 'BAD_REQUEST', 'this is no HTTP request that can be read']
    endWith(socket, ...(ANSWERS[error.code ?? ''] ?? other))
  })
  // Node would close the connection without an answer.
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    endWith(socket, '405 Method Not Allowed', 'BAD_REQUEST', 'this is no proxy: ask by POST, GET or HEAD')
  })
  server.on('checkExpectation', ({ socket }: IncomingMessage) => {
    endWith(socket, '417 Expectation Failed', 'BAD_REQUEST', 'expect nothing but 100-continue')
  })
}

function endWith(socket: Duplex, ...[status, code, message]: Answer): void {
  const body = JSON.stringify({ errors: [codedError(code, message)] })
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(SECURITY_HEADERS).map((header) => header.join(': ')),
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
