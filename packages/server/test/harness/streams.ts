import { createClient } from 'graphql-sse'
import type { Database } from '../../src/database/database.js'
import type { Limits } from '../../src/http/limits.js'
import { createLogger } from '../../src/http/logger.js'
import { type RunningServer, startServer } from '../../src/http/server.js'

/** Starts a real server for streams, without a limit on points. @param port default: a free one. */
export const serveStreams = (
  database: Database,
  limits: Partial<Limits> = {},
  port = 0,
): Promise<RunningServer> =>
  startServer({
    ...{ database, logger: createLogger('silent'), host: '127.0.0.1', port, graphiql: false },
    ...{ publicProposals: true, limits: { rate: null, ...limits } },
  })

/** What a stream has given so far. */
export interface Followed<Event> {
  events: Event[]
  /** The codes of errors, and the messages of failures. */
  errors: string[]
  ended: Promise<unknown>
  close(): void
}

interface StreamOptions {
  variables?: object
  key?: string
  /** How often the client connects anew when the connection breaks. Default: never. */
  retries?: number
}

/** Opens a stream with the stock client of graphql-sse, and collects the events of its only field. */
export function follow<Event>(
  { url }: Pick<RunningServer, 'url'>,
  query: string,
  { variables = {}, key, retries = 0 }: StreamOptions = {},
): Followed<Event> {
  const client = createClient({
    url: `${url}/graphql`,
    retryAttempts: retries,
    ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
  })
  const stream = client.iterate<Record<string, Event>>({ query, variables: variables as never })
  const events: Event[] = []
  const errors: string[] = []
  const collect = async () => {
    for await (const { data, errors: failed } of stream) {
      if (data) events.push(...Object.values(data))
      for (const { extensions } of failed ?? []) errors.push(String(extensions?.code))
    }
  }
  const ended = collect().catch((error: unknown) => errors.push(String((error as Error).message ?? error)))
  return { events, errors, ended, close: () => client.dispose() }
}
