import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { unauthenticated } from '../errors.js'
import type { Scope } from '../viewer.js'
import { hashSecret, parseKey, same } from './key-text.js'

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

/** Compared with when there is no such key, so that this takes as long as when there is. */
const NO_HASH = hashSecret('')

/** The API keys of a database. Each request reads its key anew: what was revoked a moment ago is good no more. */
export class KeyRing {
  readonly #prisma: PrismaClient
  readonly #now: () => number
  readonly #used = new Map<string, Date>()

  /** @param now milliseconds since 1970. */
  constructor(prisma: PrismaClient, now: () => number = Date.now) {
    this.#prisma = prisma
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
    const { keyId } = parsed
    const stored = (await this.#prisma.apiKey.findUnique({ where: { keyId } })) as StoredKey | null
    const right = same(hashSecret(parsed.secret), stored?.secretSha256 ?? NO_HASH)
    if (!stored || !right) throw unauthenticated('there is no such key: ask an admin for one')
    if (stored.revokedAt) throw unauthenticated('the key was revoked: ask an admin for another')
    const now = this.#now()
    if (stored.expiresAt && stored.expiresAt.getTime() <= now) {
      throw unauthenticated('the key has expired: ask an admin for another')
    }
    this.#used.set(keyId, new Date(now))
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
}
