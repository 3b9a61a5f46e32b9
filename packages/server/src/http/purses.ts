import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'

/** Most purses that are kept. Those that were not used lately are forgotten, and full again. */
const MOST_PURSES = 50_000

/** Seconds in which an empty purse fills up. */
export const REFILL = 20

/** How many times as many points a key has as an address. */
const OF_A_KEY = 10

/** What an operation cost, and what is left; for `extensions.cost`. */
export interface Spent {
  requested: number
  remaining: number
  limit: number
  /** Milliseconds until the points are there, when there are too few. */
  wait: number
}

/** The points that callers may spend: a purse for each address, and one for each key. */
export class Purses {
  readonly #capacity: number
  readonly #now: () => number
  readonly #purses = new LRUCache<string, { points: number; at: number }>({ max: MOST_PURSES })

  /**
   * @param capacity points that an address may spend at once.
   * @param now gives the time in milliseconds.
   */
  constructor(capacity: number, now: () => number = () => performance.now()) {
    this.#capacity = capacity
    this.#now = now
  }

  /**
   * Takes points from a purse when it has enough. More than it can ever hold counts as a whole purse.
   *
   * @param owner the address, or the key.
   * @param cost the points of the whole operation.
   * @param paid how many of them were taken already.
   */
  spend(owner: Owner, cost: number, paid: number): Spent {
    const limit = this.#capacity * (owner.isKey ? OF_A_KEY : 1)
    const now = this.#now()
    const purse = this.#purses.get(owner.name) ?? { points: limit, at: now }
    purse.points = Math.min(limit, purse.points + ((now - purse.at) / 1000) * (limit / REFILL))
    purse.at = now
    const due = Math.min(cost, limit) - Math.min(paid, limit)
    const lacking = due - purse.points
    if (lacking <= 0) purse.points -= due
    this.#purses.set(owner.name, purse)
    const wait = lacking > 0 ? (lacking / (limit / REFILL)) * 1000 : 0
    return { requested: cost, remaining: Math.floor(purse.points), limit, wait }
  }
}

/** Whose purse it is. */
export interface Owner {
  name: string
  isKey: boolean
}

/** The owner of the purse of a key. */
export const ownerOfKey = (keyId: string): Owner => ({ name: `key ${keyId}`, isKey: true })

/**
 * The owner of the purse of a caller without a key: their IPv4 address, or the /64 network of their IPv6 address, because
 * one caller has all of its addresses.
 *
 * @param proxies how many proxies add an address to `X-Forwarded-For`. What stands before theirs is the caller's invention.
 */
export function ownerOfAddress({ socket, headers }: IncomingMessage, proxies: number): Owner {
  const forwarded = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : []
  const address = (forwarded.at(-proxies)?.trim() || socket.remoteAddress) ?? ''
  return { name: networkOf(address), isKey: false }
}

function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped) return mapped
  if (!isIPv6(address)) return address.slice(0, 50)
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ]
  const zeros = tail === undefined ? 0 : Math.max(8 - first.length - last.length, 0)
  return [...first, ...Array(zeros).fill('0'), ...last].slice(0, 4).join(':')
}
