import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

/** A message that a receiver has got. */
export interface Received {
  id: string
  headers: Record<string, string>
  body: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read messages of any shape
  message: any
  at: number
}

/** What a receiver does with a message; by default it answers 204. */
export type Behaviour = (response: ServerResponse, received: Received, count: number) => void

/** A receiver of webhooks: an HTTP server of its own. */
export interface Receiver {
  url: string
  /** Everything that came, in order. */
  received: Received[]
  /** Sets what it does from now on. */
  does(behaviour: Behaviour): void
  /** Waits until something holds of what came. */
  until(isSo: (received: Received[]) => boolean, milliseconds?: number): Promise<void>
  close(): Promise<void>
}

const accept: Behaviour = (response) => response.writeHead(204).end()

export async function startReceiver(behaviour: Behaviour = accept): Promise<Receiver> {
  const received: Received[] = []
  let does = behaviour
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void text(request).then(
      (body) => {
        const headers = request.headers as Record<string, string>
        const one = {
          id: headers['webhook-id'] ?? '',
          headers,
          body,
          message: JSON.parse(body),
          at: Date.now(),
        }
        received.push(one)
        does(response, one, received.length)
      },
      () => {},
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    does(next) {
      does = next
    },
    async until(isSo, milliseconds = 30_000) {
      for (const end = Date.now() + milliseconds; !isSo(received); await setTimeout(20)) {
        if (Date.now() > end)
          throw new Error(`this came: ${JSON.stringify(received.map((one) => one.message))}`)
      }
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
