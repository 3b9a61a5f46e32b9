import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { codedError } from '../graphql/coded-error.js'
import type { ErrorExtensionCode } from '../record/errors.js'
import { SECURITY_HEADERS } from './edge/security-headers.js'

/** The status line, code and message for the errors of Node; of all others it is 400. */
const ANSWERS: Readonly<Record<string, [status: string, code: ErrorExtensionCode, message: string]>> = {
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

/** Answers what is not HTTP, or comes too slowly, with a coded error, and closes its connection. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const other = ['400 Bad Request', 'BAD_REQUEST', 'this is no HTTP request that can be read'] as const
    const [status, code, message] = ANSWERS[error.code ?? ''] ?? other
    const body = JSON.stringify({ errors: [codedError(code, message)] })
    const head = [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      ...Object.entries(SECURITY_HEADERS).map((header) => header.join(': ')),
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}
