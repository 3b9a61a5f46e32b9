import type { Extractor } from '@onrecord/extract'
import type { IngestProgress } from '../ingest/progress/ingest-progress.js'
import type { parseContent } from '../ingest/sources/read-source.js'
import type { Environment } from '../record/api-key/key-text.js'
import type { ChangeFeed } from '../record/changes/change-feed.js'
import type { Reading } from '../record/viewer.js'

/** The context of a request, which every resolver gets; it is also the key of the request's caches. */
export interface Context extends Reading {
  /** Id of the API key that the caller sent; null without one. */
  keyId: string | null
  /** Finds the statements of articles that are ingested. */
  extractor: Extractor
  /** Reads the sources of articles that are ingested. */
  parse: typeof parseContent
  /** Follows the log of changes, for subscriptions. */
  live: ChangeFeed
  /** Tells how far the taking in of articles has come. */
  progress: IngestProgress
  /** The environment that new API keys are made for; it stands in the key. */
  environment: Environment
  /** Whether webhooks may be sent to private networks, or by http. */
  privateReceivers: boolean
  requestId: string
}
