import type { PrismaClient } from '../generated/prisma/client.js'
import type { SourceArticle } from '../ingest/sources/source-article.js'
import type { SourceContent } from '../ingest/sources/source-content.js'
import { type IngestOptions, ingest } from '../ingest/store/ingest.js'
import { type Prepared, prepare } from '../ingest/store/prepare.js'
import type { TextThreads } from '../ingest/threads/text-threads.js'
import { encodeGlobalId } from '../record/global-id.js'
import type { TakenIn, Taker } from './take-in.js'

/** A callback that ingests articles into a database of this process. */
export interface DatabaseTaker {
  take: Taker
  /** Resolves when no work on articles is under way any more. Call it before the database is closed. */
  settled(): Promise<void>
}

/**
 * Makes the callback that ingests articles into a database of this process. It reads an article and extracts its statements
 * while earlier ones are written. What these change for it is seen when it is written, and it is then extracted again. A
 * model is asked about one article after the other.
 */
export function databaseTaker(
  prisma: PrismaClient,
  threads: Pick<TextThreads, 'parse'>,
  extractor: Parameters<typeof prepare>[2],
  { acceptShorter }: Pick<IngestOptions, 'acceptShorter'> = {},
): DatabaseTaker {
  const underWay = new Set<Promise<unknown>>()
  const write = async (source: SourceArticle, prepared?: Prepared): Promise<TakenIn> => {
    const options = { acceptShorter, prepared }
    const result = await ingest(prisma, source, 'local', extractor, undefined, options)
    const statementsVanished = result.statementsVanished.map((one) => ({
      ...one,
      id: encodeGlobalId('Statement', one.id),
    }))
    return { ...result, articleId: encodeGlobalId('Article', result.articleId), statementsVanished }
  }
  const begin = async (content: SourceContent) => {
    const source = await threads.parse(content)
    if (extractor.method === 'MODEL') return { source }
    // Whatever fails here may be well when the articles before are written, and else fails then.
    const prepared = await prepare(prisma, source, extractor, acceptShorter).catch(() => undefined)
    return { source, prepared }
  }
  return {
    take(content) {
      const begun = begin(content)
      const done = begun.then(
        () => {},
        // The error is thrown when the article's turn comes.
        () => {},
      )
      underWay.add(done)
      void done.then(() => underWay.delete(done))
      return async () => {
        const { source, prepared } = await begun
        return write(source, prepared)
      }
    },
    async settled() {
      await Promise.all(underWay)
    },
  }
}
