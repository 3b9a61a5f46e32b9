import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { IngestProgress } from '../ingest/progress/ingest-progress.js'
import { KeyRing } from '../record/api-key/key-ring.js'
import { anonymous } from '../record/api-key/roles.js'
import { ChangeFeed } from '../record/changes/change-feed.js'
import { alertFeed, paidFeed } from './alerts/alert-feed.js'
import { answerBrokenRequests } from './broken-requests.js'
import type { Callers } from './callers.js'
import { DeskEndpoint, isForDesk, sessionEnded } from './desk/desk-endpoint.js'
import { Sessions } from './desk/sessions.js'
import { DirectAnswers } from './direct-answers.js'
import { Documents } from './documents.js'
import { FrontDoor } from './edge/front-door.js'
import { AnswerSender, errorAnswer } from './edge/send-answer.js'
import { Gate } from './gate.js'
import { GraphQLEndpoint } from './graphql-endpoint.js'
import { callersOf, createGraphQLHandler, knownBy, reportTo } from './graphql-handler.js'
import { answerHealth, type Health } from './health.js'
import { limitsWith } from './limits.js'
import { ListenError } from './listen-error.js'
import { Streams } from './live/streams.js'
import { originOf } from './origin.js'
import { createPageEndpoint } from './pages/page-endpoint.js'
import type { ServerOptions } from './server-options.js'
import { SpareMemory } from './spare-memory.js'
import { responseClass, WaitingAnswers } from './waiting-answers.js'
import { Dispatcher } from './webhooks/dispatcher.js'

/** Milliseconds between two writes of which keys were used. */
const KEY_USE_INTERVAL = 60_000

/** Milliseconds without a request after which a stopping server closes its port. */
const DRAIN = 250

/** Milliseconds within which a request has to come, and between two looks for one that has not. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 }

/** Milliseconds within which the receiver of a webhook has to answer, and how often a delivery is sent at most. */
const [ANSWER_TIME, MOST_ATTEMPTS] = [10_000, 16]

const UNANSWERED = 'something went wrong here: the log of the service says what'

/** Milliseconds after which a stopping server closes its port, even when requests still come. */
const LONGEST_DRAIN = 5_000

export interface RunningServer {
  /** "http://127.0.0.1:4000" */
  url: string
  /** How many streams of events are open. */
  openStreams(): number
  /** A link that signs in at the desk with a key, once; null when there is no desk. */
  signInLink(key: string): string | null
  /** Stops accepting requests, and resolves when all accepted ones are answered. */
  stop(): Promise<void>
}

/**
 * Serves GraphQL at `/graphql`, pages for readers at `/`, health at `/health/live` and `/health/ready`.
 *
 * @throws ListenError when the port is taken or the address is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const keys = options.keys ?? new KeyRing(options.database.prisma)
  const { logger, trustProxy = 0 } = options
  const limits = limitsWith(options.limits)
  const live = new ChangeFeed(options.database, reportTo(logger, 'the log of changes'))
  const progress = new IngestProgress(options.database, reportTo(logger, 'the progress of ingests'))
  const memory = new SpareMemory()
  const streams = new Streams(limits, keys, reportTo(logger, 'the keys of streams'), memory)
  const documents = new Documents()
  const [callers, known] = [callersOf({ ...options, keys, live, progress }), knownBy(options)]
  const yoga = createGraphQLHandler({ ...options, documents, callers, known, streams })
  const sender = new AnswerSender({ compression: options.compression ?? true, memory })
  const { origins = [], graphiql, queries = null, pages = false, desk = false } = options
  const closed = options.persisted === 'only'
  const contextAs: Callers['contextAs'] = (reader, requestId) => callers.contextAs(reader, requestId)
  const publicSight = anonymous(options.publicProposals).sight
  const { prisma } = options.database
  const gate = new Gate(limits, trustProxy)
  const feed = (request: IncomingMessage, id: string, token: string) =>
    paidFeed(gate.accountOfAddress(request), () => {
      const baseUrl = options.baseUrl ?? originOf(request, trustProxy)
      return alertFeed(id, token, { prisma, publicSight, contextAs, baseUrl, pages })
    })
  const frontDoor = new FrontDoor({ origins, pages, desk, graphiql, queries, feed, closed, sender, logger })
  const direct = options.direct === false ? null : new DirectAnswers(documents, known, logger, limits, sender)
  const endpoint = new GraphQLEndpoint({
    ...{ callers, logger, limits, gate, direct, memory },
    async yoga(request, response, admitted) {
      await sender.sendFetched(
        request,
        response,
        await yoga.handleNodeRequestAndResponse(request, response, admitted),
        admitted,
      )
    },
  })
  const dispatcher = new Dispatcher({
    ...{ database: options.database, logger, contextAs, publicSight },
    mayBePrivate: options.privateReceivers ?? false,
    ...{ timeout: ANSWER_TIME, mostAttempts: MOST_ATTEMPTS, ...options.webhookTimes },
  })
  const pageEndpoint = pages
    ? createPageEndpoint({
        ...{ ...options, documents, callers, streams },
        ...{ limits, gate, sender, trustProxy, memory },
      })
    : null
  const sessions = new Sessions(options.database.prisma, trustProxy)
  const deskEndpoint = desk ? new DeskEndpoint({ callers, gate, sender, sessions, logger }) : null
  const health: Health = { stopping: false }
  let lastRequest = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A kept-alive connection would stay open for further requests, and keep the server from stopping.
    if (health.stopping) response.setHeader('connection', 'close')
    if (await frontDoor.answer(request, response)) return
    if (await answerHealth(request, response, options.database.prisma, health)) return
    if (deskEndpoint && isForDesk(request)) return deskEndpoint.answer(request, response)
    const session = deskEndpoint && isForGraphQL(request) && (await sessions.authorise(request, response))
    if (session === 'ended') return sender.send(request, response, sessionEnded())
    if (pageEndpoint && !isForGraphQL(request)) return pageEndpoint.answer(request, response)
    await endpoint.answer(request, response, session === true)
  }
  const ServerResponse = responseClass(new WaitingAnswers(limits, logger), memory)
  const server = createServer({ ...TIMES, ServerResponse }, (request, response) => {
    lastRequest = Date.now()
    answer(request, response).catch((error: unknown) => {
      // A caller who leaves in the middle of a request or of its answer is no fault.
      if (response.closed || request.errored) return
      logger.error({ err: error }, 'a request was not answered')
      if (response.headersSent) response.destroy()
      else {
        const { status, headers, body } = errorAnswer(500, 'INTERNAL_SERVER_ERROR', UNANSWERED)
        response.writeHead(status, headers).end(body)
      }
    })
  })
  answerBrokenRequests(server)
  await listen(server, options)
  const noteUse = () =>
    keys
      .noteUse()
      .catch((error: unknown) => options.logger.warn({ err: error }, 'the use of keys is not noted'))
  dispatcher.start()
  const keyUseTimer = setInterval(noteUse, KEY_USE_INTERVAL).unref()
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const url = `http://${host}:${port}`
  return {
    url,
    openStreams: () => streams.size,
    signInLink: (key) => deskEndpoint && url + deskEndpoint.linkFor(key),
    async stop() {
      health.stopping = true
      const dispatched = dispatcher.stop()
      const begun = Date.now()
      // Requests that have arrived but were not read yet would be lost if the port were closed now.
      do {
        await setTimeout(DRAIN)
        // A busy process accepts waiting connections only after its timers have run.
        await setImmediate()
        await setImmediate()
      } while (Date.now() - lastRequest < DRAIN && Date.now() - begun < LONGEST_DRAIN)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      streams.close()
      server.closeIdleConnections()
      await closed
      await dispatched
      clearInterval(keyUseTimer)
      await live.close()
      await progress.close()
      await noteUse()
    },
  }
}

const isForGraphQL = ({ url = '' }: IncomingMessage): boolean => /^\/graphql(?:\?|$)/.test(url)

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const messages: Record<string, string> = {
        EADDRINUSE: `port ${port} on ${host} is in use: stop what listens there, or set PORT to another`,
        EACCES: `port ${port} needs more rights: set PORT to one above 1023`,
        EADDRNOTAVAIL: `${host} is not an address of this machine: set HOST to one that is`,
        ENOTFOUND: `${host} is not an address of this machine: set HOST to one that is`,
      }
      reject(new ListenError(messages[error.code ?? ''] ?? error.message, { cause: error }))
    })
    server.listen(port, host, () => resolve())
  })
}
