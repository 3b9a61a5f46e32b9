import { sql } from '../../database/sql.js'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { unauthenticated } from '../errors.js'
import type { Scope } from '../viewer.js'
import { equalInConstantTime, hashSecret, parseKey } from './key-text.js'

/** A valid key. */
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

/** The hash to compare with when there is no such key, so that refusing takes as long as when there is one. */
const NO_HASH = hashSecret('')

/** The API keys of a database. Keys are not cached: each request reads its key, so that a revocation works at once. */
export class KeyRing {
  readonly #prisma: PrismaClient
  readonly #now: () => number
  readonly #used = new Map<string, Date>()

  /** @param now gives the time in milliseconds since 1970. */
  constructor(prisma: PrismaClient, now: () => number = Date.now) {
    this.#prisma = prisma
    this.#now = now
  }

  /**
   * Reads the key that a caller sent, and checks it.
   *
   * @throws RequestError UNAUTHENTICATED when it is malformed, unknown, expired or revoked. Only a caller who has its
   *   secret is told that it has expired or was revoked.
   */
  async open(text: string): Promise<KnownKey> {
    const parsed = parseKey(text)
    if (!parsed) throw unauthenticated('the key is not whole: copy it from "or_" to its last letter')
    const { keyId } = parsed
    const stored = (await this.#prisma.apiKey.findUnique({ where: { keyId } })) as StoredKey | null
    const isSecret = equalInConstantTime(hashSecret(parsed.secret), stored?.secretSha256 ?? NO_HASH)
    if (!stored || !isSecret) throw unauthenticated('there is no such key: ask an admin for one')
    if (stored.revokedAt) throw unauthenticated('the key was revoked: ask an admin for another')
    const now = this.#now()
    if (stored.expiresAt && stored.expiresAt.getTime() <= now) {
      throw unauthenticated('the key has expired: ask an admin for another')
    }
    this.#used.set(keyId, new Date(now))
    return stored
  }

  /** Those of the ids whose keys are neither revoked nor expired. */
  async goodAmong(keyIds: readonly string[]): Promise<ReadonlySet<string>> {
    const now = new Date(this.#now())
    const good = await this.#prisma.apiKey.findMany({
      where: {
        keyId: { in: [...keyIds] },
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      },
      select: { keyId: true },
    })
    return new Set(good.map(({ keyId }) => keyId))
  }

  /** Writes when each key was last used, with one SQL statement for all keys. */
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
