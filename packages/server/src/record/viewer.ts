import type { ReadRows } from '../database/database.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { AskedIds } from './visibility/asked-ids.js'

/** Whoever reads or writes, and what they may do and see. */
export interface Viewer {
  /** The name that histories and the change log show. */
  name: string
  scopes: ReadonlySet<Scope>
  sight: Sight
}

/** A permission that a key gives. `docs/guides/keys-and-roles.md` says which role has which scopes. */
export type Scope = 'reader' | 'editor' | 'reviewer' | 'admin'

/**
 * Which statements a viewer sees. PUBLIC: those that a person has verified, also when they were retracted since.
 * PROPOSALS: those that no person has rejected. EVERYTHING: all.
 */
export type Sight = 'PUBLIC' | 'PROPOSALS' | 'EVERYTHING'

/** What decides which rows a read finds. */
export interface Seeing {
  viewer: Viewer
  askedIds: AskedIds
}

/** What every read needs: the database, and who reads. */
export interface Reading extends Seeing {
  prisma: PrismaClient
  read: ReadRows
}
