import { randomUUID } from 'node:crypto'
import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from './logger.js'

/** What is known of a request until its line is logged. */
interface Entry {
  requestId: string
  operation: string | null
  keyId: string | null
  started: number
}

const entries = new WeakMap<Request, Entry>()

/** The id of a request: the caller's `x-request-id` when that has at most 100 plain characters, else a new one. */
export function requestIdOf(request: Request): string {
  return entryOf(request).requestId
}

function entryOf(request: Request): Entry {
  const known = entries.get(request)
  if (known) return known
  const given = request.headers.get('x-request-id')
  const requestId = given && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
  const entry: Entry = { requestId, operation: null, keyId: null, started: performance.now() }
  entries.set(request, entry)
  return entry
}

/** Notes for the log which key came with a request, by the key's id. */
export function noteKey(request: Request, keyId: string | null): void {
  entryOf(request).keyId = keyId
}

/**
 * Logs one line for each request: its id, the id of its key, its operation, status and duration in milliseconds; never
 * variables. Responses carry the id as `x-request-id`.
 */
export function requestLog(logger: Logger): Plugin {
  return {
    onRequest({ request }) {
      entryOf(request)
    },
    onExecute({ args }) {
      const { request } = args.contextValue as { request?: Request }
      const operation = getOperationAST(args.document, args.operationName)
      if (request)
        entryOf(request).operation = operation?.name?.value ?? `(${operation?.operation ?? 'unknown'})`
    },
    onResponse({ request, response }) {
      const { requestId, operation, keyId, started } = entryOf(request)
      response.headers.set('x-request-id', requestId)
      const durationMs = Math.round((performance.now() - started) * 10) / 10
      logger.info(
        { requestId, operation, ...(keyId ? { keyId } : {}), status: response.status, durationMs },
        'request',
      )
    },
  }
}
