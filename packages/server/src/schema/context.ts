import type { Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../generated/prisma/client.js'

/** Who calls. */
export interface Viewer {
  /** Written into the change log. */
  name: string
  scopes: ReadonlySet<Scope>
}

/** `reader`: read what is public. `editor`: put articles in, edit. `reviewer`: verify, reject, merge. `admin`: keys. */
export type Scope = 'reader' | 'editor' | 'reviewer' | 'admin'

/** What resolvers get: one object per request, which also keys the request's caches. */
export interface Context {
  prisma: PrismaClient
  viewer: Viewer
  /** Finds the statements of articles that are put in. */
  extractor: Extractor
  requestId: string
}
