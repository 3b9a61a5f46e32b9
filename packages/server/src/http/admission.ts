import type { JsonText } from '@onrecord/pothos-read-plan'
import type { Context } from '../graphql/context.js'
import type { Entry } from './entry.js'
import type { Account } from './rate-limit.js'
import type { SpareMemory } from './spare-memory.js'

/** A request that is being worked on. */
export interface Admission {
  entry: Entry
  account: Account
  /** The context of its caller; or why there is none. */
  caller: { context: Context } | { failure: unknown }
  /** When its work must end, in milliseconds since 1970. */
  deadline: number
  memory: SpareMemory
  /** Whether it may run an operation that is on no list: the desk's own operations are the service's. */
  unlisted?: boolean
  /** The answer, where it is too long to be handed on as one string. */
  long?: JsonText
}

/** What Yoga's hooks get for a request that came over a socket. */
export interface Admitted {
  admission?: Admission
}
