import { randomUUID } from 'node:crypto'

/** What is known of a request until its line is logged. */
export interface Entry {
  requestId: string
  operation: string | null
  keyId: string | null
  started: number
}

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
