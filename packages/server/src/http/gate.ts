import type { IncomingMessage } from 'node:http'
import type { Limits } from './limits.js'
import { ownerOfAddress, ownerOfKey, Purses } from './purses.js'
import { Account } from './rate-limit.js'
import { Bodies } from './read-body.js'
import { Slots } from './slots.js'

/** What all requests share that somebody works on: who has paid what, how many are worked on, and their bodies. */
export class Gate {
  readonly slots: Slots
  readonly bodies = new Bodies()
  readonly #purses: Purses | null
  readonly #trustProxy: number

  /** @param trustProxy how many proxies before the service add an address to `X-Forwarded-For`. */
  constructor(limits: Limits, trustProxy: number) {
    this.#purses = limits.rate === null ? null : new Purses(limits.rate)
    this.#trustProxy = trustProxy
    this.slots = new Slots(limits)
  }

  /** A new account of the address that a request comes from. */
  accountOfAddress(request: IncomingMessage): Account {
    return new Account(this.#purses, ownerOfAddress(request, this.#trustProxy))
  }

  /** A new account of a key. */
  accountOfKey(keyId: string): Account {
    return new Account(this.#purses, ownerOfKey(keyId))
  }
}
