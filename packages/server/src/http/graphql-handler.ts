import { createYoga } from 'graphql-yoga'
import type { Context } from '../graphql/context.js'
import { schema } from '../graphql/service-schema.js'
import { ruleExtractor } from '../ingest/extractor/rule-extractor.js'
import { IngestProgress } from '../ingest/progress/ingest-progress.js'
import { parseContent } from '../ingest/sources/read-source.js'
import { KeyRing } from '../record/api-key/key-ring.js'
import { anonymous } from '../record/api-key/roles.js'
import { ChangeFeed } from '../record/changes/change-feed.js'
import type { Admitted } from './admission.js'
import { answerStatus } from './answer-status.js'
import { Callers } from './callers.js'
import { cleanInput } from './clean-input.js'
import { cleanParams } from './clean-params.js'
import { Documents } from './documents.js'
import { hideSuggestions } from './hide-suggestions.js'
import { limitsWith } from './limits.js'
import { liveStreams } from './live/live-streams.js'
import { Streams } from './live/streams.js'
import type { Logger } from './logger.js'
import { longAnswers } from './long-answers.js'
import { maskErrors } from './mask-error.js'
import { PersistedOperations, persistedOperations } from './persisted/persisted-operations.js'
import { plannedAnswers } from './planned-answers.js'
import { refuseDeep } from './refuse-deep.js'
import { refuseIntrospection } from './refuse-introspection.js'
import { refuseLarge } from './refuse-large.js'
import { entryOf, requestLog } from './request-log.js'
import type { ServerOptions } from './server-options.js'
import { tellCost } from './tell-cost.js'

/** The options of {@link createGraphQLHandler}. */
export type HandlerOptions = Omit<
  ServerOptions,
  'host' | 'port' | 'direct' | 'graphiql' | 'pages' | 'baseUrl' | 'trustProxy'
> & {
  documents?: Documents
  callers?: Callers
  known?: PersistedOperations
  /** Follows the log of changes. Default: a new one, which begins with the first stream. */
  live?: ChangeFeed
  streams?: Streams
  progress?: IngestProgress
}

/** The Yoga server that answers GraphQL. Tests use it without a socket. */
export function createGraphQLHandler(options: HandlerOptions) {
  const { logger } = options
  const limits = limitsWith(options.limits)
  const documents = options.documents ?? new Documents()
  const callers = options.callers ?? callersOf(options)
  const known = options.known ?? knownBy(options)
  const streams =
    options.streams ??
    new Streams(limits, options.keys ?? new KeyRing(options.database.prisma), reportTo(logger, 'keys'))
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
      liveStreams({ callers, limits, streams }),
      ...(options.introspection === false ? [refuseIntrospection] : []),
      ...(options.suggestions === false ? [hideSuggestions] : []),
      answerStatus(limits),
      tellCost,
      longAnswers,
    ],
  })
}

export const knownBy = ({ persisted = 'off', operations = new Map() }: HandlerOptions): PersistedOperations =>
  new PersistedOperations(persisted, operations)

export function callersOf(options: HandlerOptions): Callers {
  const { database, keys, nobody, publicProposals, logger } = options
  const { extractor = ruleExtractor, parse = parseContent, privateReceivers = false } = options
  const live = options.live ?? new ChangeFeed(database, reportTo(logger, 'the log of changes'))
  const progress =
    options.progress ?? new IngestProgress(database, reportTo(logger, 'the progress of ingests'))
  const ring = keys ?? new KeyRing(database.prisma)
  return new Callers(database, ring, nobody ?? anonymous(publicProposals), {
    ...{ extractor, parse, live, progress, privateReceivers },
  })
}

/** Makes a function that logs why something cannot be read. */
export const reportTo =
  (logger: Logger, what: string) =>
  (error: unknown): void =>
    logger.error({ err: error }, `${what} cannot be read`)
