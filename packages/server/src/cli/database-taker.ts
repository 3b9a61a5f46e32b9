import type { Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../generated/prisma/client.js'
import { parseContent } from '../ingest/sources/read-source.js'
import { type IngestOptions, ingest } from '../ingest/store/ingest.js'
import { encodeGlobalId } from '../record/global-id.js'
import type { Taker } from './take-in.js'

/** Makes the callback that ingests articles into a database of this process. */
export const databaseTaker =
  (prisma: PrismaClient, extractor: Extractor, options: IngestOptions = {}): Taker =>
  async (content) => {
    const source = await parseContent(content)
    const result = await ingest(prisma, source, 'local', extractor, undefined, options)
    const statementsVanished = result.statementsVanished.map((one) => ({
      ...one,
      id: encodeGlobalId('Statement', one.id),
    }))
    return { ...result, articleId: encodeGlobalId('Article', result.articleId), statementsVanished }
  }
