import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Admitted } from './admission.js'
import { type Entry, newEntry } from './entry.js'
import type { Logger } from './logger.js'

const entries = new WeakMap<Request, Entry>()

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
    onRequest({ request, serverContext }) {
      const { admission } = serverContext as Admitted
      if (admission) entries.set(request, admission.entry)
      else entryOf(request)
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
