import type { Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../generated/prisma/client.js'
import { parseContent } from '../ingest/sources/read-source.js'
import { ingest } from '../ingest/store/ingest.js'
import { encodeGlobalId } from '../record/global-id.js'
import type { Taker } from './take-in.js'

/** Makes the callback that ingests articles into a database of this process. */
export const databaseTaker =
  (prisma: PrismaClient, extractor: Extractor): Taker =>
  async (content) => {
    const result = await ingest(prisma, await parseContent(content), 'local', extractor)
    return { ...result, articleId: encodeGlobalId('Article', result.articleId) }
  }
