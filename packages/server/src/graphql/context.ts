import type { Extractor } from '@onrecord/extract'
import type { Environment } from '../record/api-key/key-text.js'
import type { Reading } from '../record/viewer.js'

/** What resolvers get: one object per request, which also keys the request's caches. */
export interface Context extends Reading {
  /** Of the key that the caller sent; null without one. */
  keyId: string | null
  /** Finds the statements of articles that are put in. */
  extractor: Extractor
  /** What new keys are for. */
  environment: Environment
  requestId: string
}
