import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request that an endpoint has received. */
export interface ChatRequest {
  authorization: string | undefined
  model: string
  messages: { role: string; content: string }[]
  response_format: { type: string; json_schema: { strict: boolean; schema: object } }
}

/** Gives the answer of a model. Gives undefined when it has handled the response itself. */
export type ChatBehaviour = (request: ChatRequest, response: ServerResponse) => object | undefined

export interface ChatEndpointServer {
  /** "http://127.0.0.1:1234/v1" */
  url: string
  /** The requests since the last call of `behave`. */
  requests: ChatRequest[]
  /** Sets one behaviour for each of the next requests. The last one is repeated. */
  behave(...behaviours: ChatBehaviour[]): void
  close(): Promise<void>
}

/** The key that the endpoint accepts. */
export const CHAT_KEY = 'sk-test-7f3a9'

/** Starts an HTTP server that follows OpenAI's protocol, unless a behaviour does something else. */
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

/** Answers with a completion that has some content. */
export function complete(response: ServerResponse, content: string, reason = 'stop'): undefined {
  const choice = { index: 0, finish_reason: reason, message: { role: 'assistant', content } }
  send(response, 200, { id: 'chatcmpl-1', object: 'chat.completion', choices: [choice] })
}

/** Answers with an error in OpenAI's form. */
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
