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

/** What a read needs: the database, and who reads. */
export interface Reading {
  prisma: PrismaClient
  viewer: Viewer
}
