import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Extractor } from '@onrecord/extract'
import { createYoga } from 'graphql-yoga'
import type { Database } from '../database/database.js'
import type { Context } from '../graphql/context.js'
import { schema } from '../graphql/service-schema.js'
import { ruleExtractor } from '../ingest/extractor/rule-extractor.js'
import { parseContent } from '../ingest/sources/read-source.js'
import { KeyRing } from '../record/api-key/key-ring.js'
import { anonymous } from '../record/api-key/roles.js'
import type { Viewer } from '../record/viewer.js'
import type { Admitted } from './admission.js'
import { answerStatus } from './answer-status.js'
import { answerBrokenRequests } from './broken-requests.js'
import { Callers } from './callers.js'
import { cleanInput } from './clean-input.js'
import { cleanParams } from './clean-params.js'
import { DirectAnswers } from './direct-answers.js'
import { Documents } from './documents.js'
import type { Origins } from './edge/cors.js'
import { FrontDoor } from './edge/front-door.js'
import { AnswerSender, errorAnswer } from './edge/send-answer.js'
import { GraphQLEndpoint } from './graphql-endpoint.js'
import { answerHealth, type Health } from './health.js'
import { hideSuggestions } from './hide-suggestions.js'
import { type Limits, limitsWith } from './limits.js'
import { ListenError } from './listen-error.js'
import type { Logger } from './logger.js'
import { maskErrors } from './mask-error.js'
import {
  type PersistedMode,
  PersistedOperations,
  persistedOperations,
} from './persisted/persisted-operations.js'
import { plannedAnswers } from './planned-answers.js'
import { refuseDeep } from './refuse-deep.js'
import { refuseIntrospection } from './refuse-introspection.js'
import { refuseLarge } from './refuse-large.js'
import { entryOf, requestLog } from './request-log.js'
import { SpareMemory } from './spare-memory.js'
import { tellCost } from './tell-cost.js'
import { responseClass, WaitingAnswers } from './waiting-answers.js'

/** Milliseconds between two writes of which keys were used. */
const KEY_USE_INTERVAL = 60_000

/** Milliseconds without a request after which a stopping server closes its port. */
const DRAIN = 250

/** Milliseconds within which a request has to come, and between two looks for one that has not. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 }

const UNANSWERED = 'something went wrong here: the log of the service says what'

/** Milliseconds after which a stopping server closes its port, even when requests still come. */
const LONGEST_DRAIN = 5_000

export interface ServerOptions {
  database: Database
  logger: Logger
  host: string
  /** 0 for any free port. */
  port: number
  /** Whether `/graphql` shows GraphiQL to a browser. */
  graphiql: boolean
  /** Whether anybody may ask for the schema. Default: true. */
  introspection?: boolean
  /** Whether errors name fields that are like a wrong one. Default: true. */
  suggestions?: boolean
  /** Which operations run. Default: `off`, all. */
  persisted?: PersistedMode
  /** The texts of operations by their SHA-256, for `persisted`. Default: none. */
  operations?: ReadonlyMap<string, string>
  /** The origins whose pages may read answers. Default: none. */
  origins?: Origins
  /** Whether answers are compressed for who takes that. Default: true. */
  compression?: boolean
  /** Folder of the `.graphql` files that become GraphiQL's tabs. */
  queries?: string | null
  /** Whether everybody sees statements that no person has reviewed. */
  publicProposals: boolean
  /** The viewer that callers without a key are; by default `anonymous`, a reader. */
  nobody?: Viewer
  keys?: KeyRing
  /** Whether queries are answered without Yoga where they can. Default: true. */
  direct?: boolean
  /** What callers may ask for. Default: what `docs/configuration.md` says. */
  limits?: Partial<Limits>
  /** How many proxies before the service add an address to `X-Forwarded-For`. Default: 0. */
  trustProxy?: number
  /** Finds the statements of articles that `articleIngest` takes in; the rules by default. */
  extractor?: Extractor
  /** Reads the sources of these articles, in this thread or in another one; in this one by default. */
  parse?: typeof parseContent
}

export interface RunningServer {
  /** "http://127.0.0.1:4000" */
  url: string
  /** Stops accepting requests, and resolves when all accepted ones are answered. */
  stop(): Promise<void>
}

/** The options of {@link createGraphQLHandler}. */
type HandlerOptions = Omit<ServerOptions, 'host' | 'port' | 'direct' | 'graphiql' | 'trustProxy'> & {
  documents?: Documents
  callers?: Callers
  known?: PersistedOperations
}

/** The Yoga server that answers GraphQL. Tests use it without a socket. */
export function createGraphQLHandler(options: HandlerOptions) {
  const { logger } = options
  const limits = limitsWith(options.limits)
  const documents = options.documents ?? new Documents()
  const callers = options.callers ?? callersOf(options)
  const known = options.known ?? knownBy(options)
  return createYoga<Admitted, Context>({
    schema,
    parserAndValidationCache: documents.caches,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    graphiql: false,
    // `Bodies` has read and bounded the body before.
    maxRequestBodySize: false,
    context({ request, admission }) {
      const { caller } = admission ?? {}
      if (!caller) return callers.contextOf(request.headers.get('authorization'), entryOf(request))
      if ('failure' in caller) throw caller.failure
      return caller.context
    },
    maskedErrors: { maskError: maskErrors(logger) },
    plugins: [
      requestLog(logger),
      cleanParams,
      persistedOperations(known),
      refuseDeep,
      refuseLarge(limits),
      cleanInput,
      plannedAnswers(documents, limits),
      ...(options.introspection === false ? [refuseIntrospection] : []),
      ...(options.suggestions === false ? [hideSuggestions] : []),
      answerStatus(limits),
      tellCost,
    ],
  })
}

const knownBy = ({ persisted = 'off', operations = new Map() }: HandlerOptions): PersistedOperations =>
  new PersistedOperations(persisted, operations)

function callersOf({ database, keys, nobody, publicProposals, ...ingest }: HandlerOptions): Callers {
  const { extractor = ruleExtractor, parse = parseContent } = ingest
  const ring = keys ?? new KeyRing(database.prisma)
  return new Callers(database, ring, nobody ?? anonymous(publicProposals), { extractor, parse })
}

/**
 * Serves GraphQL at `/graphql`, health at `/health/live` and `/health/ready`.
 *
 * @throws ListenError when the port is taken or the address is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const keys = options.keys ?? new KeyRing(options.database.prisma)
  const [documents, callers, known] = [new Documents(), callersOf({ ...options, keys }), knownBy(options)]
  const yoga = createGraphQLHandler({ ...options, documents, callers, known })
  const { logger, trustProxy = 0 } = options
  const limits = limitsWith(options.limits)
  const memory = new SpareMemory()
  const sender = new AnswerSender({ compression: options.compression ?? true, memory })
  const { origins = [], graphiql, queries = null } = options
  const closed = options.persisted === 'only'
  const frontDoor = new FrontDoor({ origins, graphiql, queries, closed, sender, logger })
  const direct = options.direct === false ? null : new DirectAnswers(documents, known, logger, limits, sender)
  const endpoint = new GraphQLEndpoint({
    ...{ callers, logger, limits, trustProxy, direct, memory },
    async yoga(request, response, admitted) {
      await sender.sendFetched(
        request,
        response,
        await yoga.handleNodeRequestAndResponse(request, response, admitted),
      )
    },
  })
  const health: Health = { stopping: false }
  let lastRequest = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A kept-alive connection would stay open for further requests, and keep the server from stopping.
    if (health.stopping) response.setHeader('connection', 'close')
    if (await frontDoor.answer(request, response)) return
    if (await answerHealth(request, response, options.database.prisma, health)) return
    await endpoint.answer(request, response)
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
  const keyUseTimer = setInterval(noteUse, KEY_USE_INTERVAL).unref()
  const { port } = server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    url: `http://${host}:${port}`,
    async stop() {
      health.stopping = true
      const begun = Date.now()
      // Requests that have arrived but were not read yet would be lost if the port were closed now.
      do {
        await setTimeout(DRAIN)
        // A busy process accepts waiting connections only after its timers have run.
        await setImmediate()
        await setImmediate()
      } while (Date.now() - lastRequest < DRAIN && Date.now() - begun < LONGEST_DRAIN)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      clearInterval(keyUseTimer)
      await noteUse()
    },
  }
}

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
