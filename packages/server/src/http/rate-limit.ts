import type { GraphQLError } from 'graphql'
import { codedError } from '../graphql/coded-error.js'
import { type Owner, type Purses, REFILL, type Spent } from './purses.js'
import type { Refusal } from './refuse.js'

/** What a request has paid, and what its answer says of that. */
export class Account {
  readonly #purses: Purses | null
  /** Who pays. */
  readonly owner: Owner
  #paid = 0
  #spent: Spent | null = null

  /** @param purses null for no limit: then answers say what an operation cost, and nothing else. */
  constructor(purses: Purses | null, owner: Owner) {
    this.#purses = purses
    this.owner = owner
  }

  /** Pays for the whole operation, less what was paid for it before. @returns what to say when there is not enough. */
  pay(cost: number): Spent | null {
    const spent = this.#purses?.spend(this.owner, cost, this.#paid)
    this.#spent = spent ?? { requested: cost, remaining: 0, limit: 0, wait: 0 }
    if (this.#spent.wait > 0) return this.#spent
    this.#paid = Math.max(cost, this.#paid)
    return null
  }

  /** An account of the same caller, for further work. */
  again(): Account {
    return new Account(this.#purses, this.owner)
  }

  /** The value of `extensions.cost`; null before anything was paid. */
  get cost(): Record<string, number> | null {
    if (!this.#spent) return null
    const { requested, remaining, limit } = this.#spent
    return this.#purses ? { requested, remaining, limit } : { requested }
  }

  /** The headers that tell the quota: draft-ietf-httpapi-ratelimit-headers, version 7. */
  get headers(): Record<string, string> {
    if (!this.#spent || !this.#purses) return {}
    const { remaining, limit } = this.#spent
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': String(Math.ceil((limit - remaining) / (limit / REFILL))),
    }
  }
}

/** The error of a caller who has too few points left. */
export const rateLimited = ({ requested, remaining, limit, wait }: Spent): GraphQLError =>
  codedError(
    'RATE_LIMITED',
    `the operation costs ${requested} points, and ${remaining} of ${limit} are left: try again in ${seconds(wait)} s, ask for less, or send a key`,
    { retryable: true, cost: requested, remaining, retryAfter: seconds(wait) },
  )

/** The HTTP facts of the error. */
export const rateRefusal = (spent: Spent, account: Account): Refusal => ({
  status: 429,
  error: rateLimited(spent),
  headers: { ...account.headers, 'retry-after': String(seconds(spent.wait)) },
})

const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000))
