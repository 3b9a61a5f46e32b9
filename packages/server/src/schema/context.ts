import type { Extractor } from '@onrecord/extract'
import type { Environment } from '../access/api-key.js'
import type { PrismaClient } from '../generated/prisma/client.js'

/** Who calls. */
export interface Viewer {
  /** Written into the change log. */
  name: string
  scopes: ReadonlySet<Scope>
  sight: Sight
}

/** What a key allows; `docs/guides/keys-and-roles.md` says which role has which. */
export type Scope = 'reader' | 'editor' | 'reviewer' | 'admin'

/**
 * Which statements somebody sees. PUBLIC: those that a person verified, also when they were withdrawn since.
 * PROPOSALS: those that no person has rejected. EVERYTHING: all.
 */
export type Sight = 'PUBLIC' | 'PROPOSALS' | 'EVERYTHING'

/** What resolvers get: one object per request, which also keys the request's caches. */
export interface Context {
  prisma: PrismaClient
  viewer: Viewer
  /** Of the key that the caller sent; null without one. */
  keyId: string | null
  /** Finds the statements of articles that are put in. */
  extractor: Extractor
  /** What new keys are for. */
  environment: Environment
  requestId: string
}
