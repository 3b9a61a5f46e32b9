import type { PrismaClient } from '../generated/prisma/client.js'
import type { Scope } from '../schema/context.js'
import { unauthenticated } from '../schema/errors.js'
import { sql } from '../schema/filter.js'
import { hashSecret, parseKey, same } from './api-key.js'

/** A key that was found good. */
export interface KnownKey {
  keyId: string
  name: string
  scopes: Scope[]
}

interface StoredKey extends KnownKey {
  secretSha256: string
  expiresAt: Date | null
  revokedAt: Date | null
}

interface Entry {
  read: Promise<StoredKey | null>
  until: number
}

/** Milliseconds for which a key is not read again: a revocation acts within them. */
const TRUSTED_FOR = 5_000
/** Most keys that are remembered; beyond, the oldest are forgotten. */
const REMEMBERED = 1_000
/** Compared with when there is no such key, so that this takes as long as when there is. */
const NO_HASH = hashSecret('')

export interface KeyRingOptions {
  /** Milliseconds: 5,000 by default. */
  trustedFor?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** The API keys of a database, each read at most once in five seconds. */
export class KeyRing {
  readonly #prisma: PrismaClient
  readonly #entries = new Map<string, Entry>()
  readonly #used = new Map<string, Date>()
  readonly #trustedFor: number
  readonly #now: () => number

  constructor(prisma: PrismaClient, { trustedFor = TRUSTED_FOR, now = Date.now }: KeyRingOptions = {}) {
    this.#prisma = prisma
    this.#trustedFor = trustedFor
    this.#now = now
  }

  /**
   * The key that a caller sent.
   *
   * @throws GraphQLError UNAUTHENTICATED when it is none, unknown, expired or revoked. That it has expired or was
   *   revoked is told only to who has its secret.
   */
  async open(text: string): Promise<KnownKey> {
    const parsed = parseKey(text)
    if (!parsed) throw unauthenticated('the key is not whole: copy it from "or_" to its last letter')
    const stored = await this.#read(parsed.keyId)
    const right = same(hashSecret(parsed.secret), stored?.secretSha256 ?? NO_HASH)
    if (!stored || !right) throw unauthenticated('there is no such key: ask an admin for one')
    if (stored.revokedAt) throw unauthenticated('the key was revoked: ask an admin for another')
    const now = this.#now()
    if (stored.expiresAt && stored.expiresAt.getTime() <= now) {
      throw unauthenticated('the key has expired: ask an admin for another')
    }
    this.#used.set(stored.keyId, new Date(now))
    return stored
  }

  /** Writes when each key was last used, all of them with one SQL statement. */
  async noteUse(): Promise<void> {
    const used = [...this.#used]
    if (used.length === 0) return
    this.#used.clear()
    const [keyIds, instants] = [used.map(([keyId]) => keyId), used.map(([, at]) => at.toISOString())]
    await this.#prisma.$executeRaw(sql`
      UPDATE "ApiKey" k SET "lastUsedAt" = GREATEST(k."lastUsedAt", u.at)
      FROM unnest(${keyIds}::text[], ${instants}::timestamptz[]) AS u("keyId", at) WHERE k."keyId" = u."keyId"`)
  }

  #read(keyId: string): Promise<StoredKey | null> {
    const now = this.#now()
    const known = this.#entries.get(keyId)
    if (known && known.until > now) return known.read
    const read = this.#prisma.apiKey.findUnique({ where: { keyId } }) as Promise<StoredKey | null>
    // The map keeps its keys in the order of their coming: the first is the oldest.
    this.#entries.delete(keyId)
    this.#entries.set(keyId, { read, until: now + this.#trustedFor })
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > REMEMBERED && oldest !== undefined) this.#entries.delete(oldest)
    // A database that did not answer is asked again at once.
    read.catch(() => this.#entries.delete(keyId))
    return read
  }
}
