import { randomUUID } from 'node:crypto'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from './logger.js'

/** What is known of a request until its line is logged. */
export interface Entry {
  requestId: string
  operation: string | null
  keyId: string | null
  started: number
}

const entries = new WeakMap<Request, Entry>()

/** The id of a request: the caller's `x-request-id` when that has at most 100 plain characters, else a new one. */
export const requestIdOf = (given: string | null | undefined): string =>
  given && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()

/** A new entry for a request that has just arrived. */
export const newEntry = (givenId: string | null | undefined): Entry => ({
  requestId: requestIdOf(givenId),
  operation: null,
  keyId: null,
  started: performance.now(),
})

/** The entry of a request that Yoga answers. */
export function entryOf(request: Request): Entry {
  const known = entries.get(request)
  if (known) return known
  const entry = newEntry(request.headers.get('x-request-id'))
  entries.set(request, entry)
  return entry
}

/** The name of an operation for the log: "(query)" for one without a name. */
export function operationName(document: DocumentNode, name: string | null | undefined): string {
  const operation = getOperationAST(document, name)
  return operation?.name?.value ?? `(${operation?.operation ?? 'unknown'})`
}

/**
 * Logs the line of a request: its id, the id of its key, its operation, status and duration in milliseconds; never
 * variables.
 */
export function logRequest(
  logger: Logger,
  { requestId, operation, keyId, started }: Entry,
  status: number,
): void {
  const durationMs = Math.round((performance.now() - started) * 10) / 10
  logger.info({ requestId, operation, ...(keyId ? { keyId } : {}), status, durationMs }, 'request')
}

/** Logs one line for each request that Yoga answers. Responses carry the id as `x-request-id`. */
export function requestLog(logger: Logger): Plugin {
  return {
    onRequest({ request }) {
      entryOf(request)
    },
    onExecute({ args }) {
      const { request } = args.contextValue as { request?: Request }
      if (request) entryOf(request).operation = operationName(args.document, args.operationName)
    },
    onResponse({ request, response }) {
      const entry = entryOf(request)
      response.headers.set('x-request-id', entry.requestId)
      logRequest(logger, entry, response.status)
    },
  }
}
