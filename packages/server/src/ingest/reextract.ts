import type { Extractor } from '@onrecord/extract'
import { readArticle } from '../article/article-state.js'
import { runExtractor } from '../extractor/run-extractor.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { InputError, NotFoundError } from '../schema/errors.js'
import { dateBounds } from '../schema/fuzzy-date-input.js'
import { encodeGlobalId } from '../schema/global-id.js'
import { uuidIn } from '../write/input.js'
import { lockObject } from '../write/lock.js'
import type { RunWrite } from '../write/write.js'
import { dayOf, extractionOptions } from './extraction-options.js'
import type { IngestResult } from './ingest.js'
import { propose } from './propose.js'
import { takeTurn } from './take-turn.js'

/**
 * Runs an extractor over an article's newest text again. It proposes only what is new, and touches no
 * statement that a person has touched.
 *
 * @param articleId global id.
 * @throws NotFoundError, InputError when the article is in the bin.
 * @throws ExtractorError when the extractor fails, or gives what does not fit the text.
 */
export async function reextract(
  prisma: PrismaClient,
  articleId: string,
  extractor: Extractor,
  run: RunWrite,
): Promise<IngestResult> {
  const id = uuidIn('Article', articleId, ['id'])
  const article = await prisma.article.findUnique({
    where: { id },
    select: {
      title: true,
      language: true,
      publishedEarliest: true,
      publishedLatest: true,
      bylines: BYLINES,
      currentText: { select: { id: true, content: true } },
    },
  })
  if (!article?.currentText) throw new NotFoundError('Article', articleId)
  const { content: text, id: textId } = article.currentText
  const authors = article.bylines.map(({ asWritten }) => asWritten)
  const [earliest, latest] = [article.publishedEarliest, article.publishedLatest].map(
    (day) => day?.toISOString().slice(0, 10) ?? null,
  )
  const publishedDay = dayOf({ earliest: earliest ?? null, latest: latest ?? null })
  // Outside of the transaction: others would wait while it runs.
  const extraction = await runExtractor(
    extractor,
    text,
    extractionOptions({ ...article, text, authors, publishedDay }),
  )
  return run(async (write) => {
    await takeTurn(write.tx)
    const { deletedAt } = await lockObject(write.tx, 'Article', articleId)
    if (deletedAt) throw new InputError(['id'], 'id is of an Article in the bin: restore it first')
    const { fields } = await readArticle(write.tx, id)
    const unchanged = { articleId: id, title: fields.title, textChanged: false }
    if (fields.textId !== encodeGlobalId('ArticleText', textId)) {
      // A newer text came meanwhile, with an extraction of its own.
      return {
        ...unchanged,
        status: 'unchanged',
        statements: 0,
        statementsUpdated: 0,
        statementsWithdrawn: 0,
      }
    }
    const { latest } = dateBounds(fields.publishedAt)
    const counts = await propose(write, extraction, {
      ...{ articleId: id, textId, content: text, language: fields.language, copyIds: [], isNew: false },
      publishedLatest: latest === null ? null : new Date(latest),
    })
    const changed = Object.values(counts).some((count) => count > 0)
    return { ...unchanged, status: changed ? 'updated' : 'unchanged', ...counts }
  })
}

const BYLINES = { select: { asWritten: true }, orderBy: { position: 'asc' } } as const
