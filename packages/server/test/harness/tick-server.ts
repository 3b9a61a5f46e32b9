import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSchema, createYoga } from 'graphql-yoga'

export interface TickServer {
  url: string
  stop(): Promise<void>
}

/** Starts a server with a subscription over server-sent events. Its ticks have growing cursors, which begin after `after`. */
export async function startTickServer(): Promise<TickServer> {
  const schema = createSchema({
    typeDefs: `
      type Query { ok: Boolean }
      type Tick { cursor: String! }
      type Subscription { tick(after: String): Tick! }
    `,
    resolvers: { Subscription: { tick: { subscribe: (_, { after }) => ticksAfter(Number(after ?? 0)) } } },
  })
  const server = createServer(createYoga({ schema, logging: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function* ticksAfter(last: number) {
  for (let tick = last + 1; ; tick++) {
    yield { tick: { cursor: String(tick) } }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
