import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { createLogger } from '../../src/http/logger.js'
import { type RunningServer, startServer } from '../../src/http/server.js'
import { type DatabaseKind, describeOnBoth } from './databases.js'
import { type Receiver, startReceiver } from './receiver.js'
import { createService, type Service, TEST_KEY } from './service.js'

/** Tries a second after each other, three at most, so that a test sees all of them. */
export const QUICK = {
  times: { retryDelay: 1, retryDelayMax: 1, expireIn: 5 },
  timeout: 1_000,
  mostAttempts: 3,
}

const WEBHOOK =
  '... on WebhookSuccess { secret webhook { id url events description statements disabledReason } }'
const DELIVERY = '... on WebhookDeliverySuccess { delivery { id status } }'

/** What is asked of the result of each mutation, besides its type and message. */
const MEMBERS: Record<string, string> = {
  webhookCreate: WEBHOOK,
  webhookUpdate: WEBHOOK,
  webhookRotateSecret: WEBHOOK,
  webhookTest: DELIVERY,
  webhookDeliveryRetry: DELIVERY,
  alertCreate: '... on AlertSuccess { alert { id name feedPath } }',
  alertDelete: '... on AlertDeleteSuccess { deletedId }',
  webhookDelete: '... on WebhookDeleteSuccess { deletedId }',
}

const DELIVERIES = `query ($id: ID!) { webhook(by: { id: $id }) { deliveries(first: 100) { nodes {
  id messageId event objectId status attempts lastStatus lastError nextAttemptAt finishedAt } } } }`

export interface WebhookTools {
  database: Database
  service(): Service
  receiver(): Receiver
  serverUrl(): string
  /** Makes a webhook for the receiver, for all events. */
  create(input?: object, key?: string): Promise<{ id: string; secret: string }>
  /** Runs a mutation, and gives its result. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  write(name: string, input: object, key?: string): Promise<any>
  /** The deliveries of a webhook, the newest first. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  deliveries(id: string): Promise<any[]>
}

/** Runs the same tests with a server on each database, and a receiver. Each test begins without webhooks. */
export function describeWebhooks(name: string, tests: (tools: WebhookTools, kind: DatabaseKind) => void) {
  describeOnBoth(name, (database, kind) => {
    let service: Service
    let server: RunningServer
    let receiver: Receiver

    beforeAll(async () => {
      receiver = await startReceiver()
      service = createService(database, { privateReceivers: true })
      server = await startServer({
        ...{ database, logger: createLogger((process.env.TEST_LOG ?? 'silent') as never) },
        ...{ host: '127.0.0.1', port: 0, graphiql: false, publicProposals: true },
        ...{ pages: true, privateReceivers: true, webhookTimes: QUICK },
      })
    })
    afterAll(async () => {
      await server.stop()
      await receiver.close()
    })
    beforeEach(async () => {
      await database.prisma.webhook.deleteMany()
      await database.prisma.alert.deleteMany()
      receiver.received.length = 0
      receiver.does((response) => response.writeHead(204).end())
    })

    const write = async (mutation: string, input: object, key = TEST_KEY) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`
      const selection = `__typename ${MEMBERS[mutation] ?? ''} ... on Error { code message }`
      const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`
      return (await service.data(query, { input }, key))[mutation]
    }
    tests(
      {
        ...{ database, write },
        service: () => service,
        receiver: () => receiver,
        serverUrl: () => server.url,
        async create(input = {}, key) {
          const made = await write('webhookCreate', { url: receiver.url, events: ['*'], ...input }, key)
          if (made.__typename !== 'WebhookSuccess') throw new Error(made.message)
          return { id: made.webhook.id, secret: made.secret }
        },
        async deliveries(id) {
          const { webhook } = await service.data(DELIVERIES, { id }, TEST_KEY)
          return webhook.deliveries.nodes
        },
      },
      kind,
    )
  })
}
