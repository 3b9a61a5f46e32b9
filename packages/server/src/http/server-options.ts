import type { Extractor } from '@onrecord/extract'
import type { Database } from '../database/database.js'
import type { parseContent } from '../ingest/sources/read-source.js'
import type { KeyRing } from '../record/api-key/key-ring.js'
import type { Viewer } from '../record/viewer.js'
import type { Origins } from './edge/cors.js'
import type { Limits } from './limits.js'
import type { Logger } from './logger.js'
import type { PersistedMode } from './persisted/persisted-operations.js'
import type { QueueTimes } from './webhooks/delivery-queue.js'

/** See {@link ServerOptions.webhookTimes}. */
export interface WebhookTimes {
  times?: Partial<QueueTimes>
  /** Milliseconds within which a receiver has to answer. */
  timeout?: number
  mostAttempts?: number
}

export interface ServerOptions {
  database: Database
  logger: Logger
  host: string
  /** 0 for any free port. */
  port: number
  /** Whether `/graphql` shows GraphiQL to a browser. */
  graphiql: boolean
  /** Whether there are pages for readers at `/`. Default: false. */
  pages?: boolean
  /** Whether there is a desk for reviewers at `/desk`. Default: false. */
  desk?: boolean
  /** The origin that links to pages have: "https://record.example". Default: that of each request. */
  baseUrl?: string | null
  /** Whether anybody may ask for the schema. Default: true. */
  introspection?: boolean
  /** Whether errors name fields that are like a wrong one. Default: true. */
  suggestions?: boolean
  /** Which operations run. Default: `off`, all. */
  persisted?: PersistedMode
  /** The texts of operations by their SHA-256, for `persisted`. Default: none. */
  operations?: ReadonlyMap<string, string>
  /** The origins whose pages may read answers. Default: none. */
  origins?: Origins
  /** Whether answers are compressed for who takes that. Default: true. */
  compression?: boolean
  /** Folder of the `.graphql` files that become GraphiQL's tabs. */
  queries?: string | null
  /** Whether everybody sees statements that no person has reviewed. */
  publicProposals: boolean
  /** The viewer that callers without a key are; by default `anonymous`, a reader. */
  nobody?: Viewer
  keys?: KeyRing
  /** Whether queries are answered without Yoga where they can. Default: true. */
  direct?: boolean
  /** What callers may ask for. Default: what `docs/configuration.md` says. */
  limits?: Partial<Limits>
  /** Whether webhooks may be sent to private networks, or by http. Default: false. */
  privateReceivers?: boolean
  /** How often and after which times webhooks are tried. For tests, which cannot wait for a day. */
  webhookTimes?: WebhookTimes
  /** How many proxies before the service add an address to `X-Forwarded-For`. Default: 0. */
  trustProxy?: number
  /** Finds the statements of articles that `articleIngest` takes in; the rules by default. */
  extractor?: Extractor
  /** Reads the sources of these articles, in this thread or in another one; in this one by default. */
  parse?: typeof parseContent
}
