import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What an endpoint was asked. */
export interface ChatRequest {
  authorization: string | undefined
  model: string
  messages: { role: string; content: string }[]
  response_format: { type: string; json_schema: { strict: boolean; schema: object } }
}

/** An answer in the shape of a model's, or whatever else happens on the connection. */
export type ChatBehaviour = (request: ChatRequest, response: ServerResponse) => object | undefined

export interface ChatEndpointServer {
  /** "http://127.0.0.1:1234/v1" */
  url: string
  /** What it was asked so far. */
  requests: ChatRequest[]
  /** What it does from now on, one for each request; the last one again and again. */
  behave(...behaviours: ChatBehaviour[]): void
  close(): Promise<void>
}

/** The key that it takes. */
export const CHAT_KEY = 'sk-test-7f3a9'

/** An HTTP server on this machine that keeps to OpenAI's protocol, unless it is told to misbehave. */
export async function startChatEndpoint(): Promise<ChatEndpointServer> {
  const requests: ChatRequest[] = []
  let behaviours: ChatBehaviour[] = []
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return refuse(response, 404, 'not found')
    const asked = await requestOf(request)
    requests.push(asked)
    if (asked.authorization !== `Bearer ${CHAT_KEY}`) {
      return refuse(response, 401, `Incorrect API key provided: ${asked.authorization}`)
    }
    if (asked.response_format?.type !== 'json_schema') return refuse(response, 400, 'no response_format')
    const [behaviour] = behaviours.length > 1 ? behaviours.splice(0, 1) : behaviours
    const answer = behaviour?.(asked, response)
    if (answer) complete(response, JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    behave(...next) {
      behaviours = next
      requests.length = 0
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

const requestOf = async (request: IncomingMessage): Promise<ChatRequest> => ({
  ...JSON.parse(await text(request)),
  authorization: request.headers.authorization,
})

/** Answers with a completion that has this content. */
export function complete(response: ServerResponse, content: string, reason = 'stop'): undefined {
  const choice = { index: 0, finish_reason: reason, message: { role: 'assistant', content } }
  send(response, 200, { id: 'chatcmpl-1', object: 'chat.completion', choices: [choice] })
}

/** Answers with an error in OpenAI's shape. */
export function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): undefined {
  send(response, status, { error: { message, type: 'error' } }, headers)
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
