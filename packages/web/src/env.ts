import type { ShownFailure } from './failures.js'

/** What Hono hands to a route: how to ask the record, or why nobody works on the request. */
export interface Env {
  Bindings: { fetch: typeof globalThis.fetch; refusal?: ShownFailure }
}
