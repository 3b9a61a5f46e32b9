import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect } from 'vitest'
import { OnRecordError } from '../error.js'

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

export interface ScriptedServer {
  url: string
  requests: { body: string; headers: IncomingMessage['headers'] }[]
  /** The answer to each request in order. The last one is repeated. */
  answers: Handler[]
  /** The number of closed connections. */
  closed: number
}

/** Starts a server for each test. The test says how it answers. */
export function scriptedServer(): ScriptedServer {
  const script: ScriptedServer = { url: '', requests: [], answers: [], closed: 0 }
  let server: Server
  beforeEach(async () => {
    Object.assign(script, { requests: [], answers: [], closed: 0 })
    server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      script.requests.push({ body, headers: request.headers })
      const answer = script.answers.length > 1 ? script.answers.shift() : script.answers[0]
      answer?.(request, response, body)
    })
    server.on('connection', (socket) => {
      socket.on('close', () => {
        script.closed++
      })
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    script.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  return script
}

export const json =
  (answer: unknown, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers })
    response.end(JSON.stringify(answer))
  }

/** An answer with one error that has this code. */
export const refusal = (code: string, message: string, status = 200, headers: Record<string, string> = {}) =>
  json({ errors: [{ message, extensions: { code } }] }, status, headers)

export const page =
  (status: number): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html>\n<h1>Hello</h1>')
  }

export const hang: Handler = () => {}
export const reset: Handler = (request) => request.socket.destroy()

/** The beginning of an answer, after which the connection is cut. */
export const cutBody: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"data": {')
  setImmediate(() => response.destroy())
}

/** The error of a promise, which must reject with an OnRecordError. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<OnRecordError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(OnRecordError)
  return error as OnRecordError
}
