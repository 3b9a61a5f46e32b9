import type { Extractor } from '@onrecord/extract'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { articleSelect } from '../../record/article/article-row.js'
import { articleState, readArticle } from '../../record/article/article-state.js'
import { NotFoundError } from '../../record/errors.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { byMachine } from '../../record/write/by-machine.js'
import { uuidIn, wrong } from '../../record/write/input.js'
import { lockObject } from '../../record/write/lock.js'
import type { Transact } from '../../record/write/write.js'
import { extractKnowing } from './extract-knowing.js'
import { articleOptions } from './extraction-options.js'
import { latestDay } from './follow-publication.js'
import { type IngestResult, NOTHING_DONE } from './ingest.js'
import { lockIngest } from './lock-ingest.js'
import { propose } from './propose.js'
import { sizeProblem } from './size-problem.js'

const PATH = ['input', 'id']

/**
 * Runs an extractor over an article's newest text again. It proposes only new statements, and changes no statement that
 * a person has touched.
 *
 * @param articleId the global id of the article.
 * @throws NotFoundError when there is no such article.
 * @throws InputError when the article is in the bin, or has too many statements.
 * @throws ExtractorError when the extractor fails, or gives drafts that do not fit the text.
 */
export async function reextract(
  prisma: PrismaClient,
  articleId: string,
  extractor: Extractor,
  transact: Transact,
): Promise<IngestResult> {
  const id = uuidIn('Article', articleId, PATH)
  const article = await prisma.article.findUnique({
    where: { id },
    select: {
      ...articleSelect,
      currentText: { select: { id: true, sha256: true, length: true, content: true } },
    },
  })
  if (!article?.currentText) throw new NotFoundError('Article', articleId)
  const { content: text, id: textId } = article.currentText
  // The extractor runs outside of the transaction, because other writers would have to wait for it.
  const extraction = await extractKnowing(
    prisma,
    extractor,
    text,
    articleOptions(articleState(article).fields),
  )
  const problem = sizeProblem(extraction.statements.length)
  if (problem) throw wrong(PATH, `is of an Article that ${problem}`)
  return transact(async (write) => {
    await lockIngest(write.tx)
    const { deletedAt } = await lockObject(write.tx, 'Article', articleId)
    if (deletedAt) throw wrong(PATH, 'is of an Article in the bin: restore it first')
    const { fields } = await readArticle(write.tx, id)
    const unchanged = {
      ...{ articleId: id, title: fields.title, language: fields.language },
      coverage: extraction.coverage ?? null,
      textChanged: false,
    }
    if (fields.textId !== encodeGlobalId('ArticleText', textId)) {
      // In the meantime a newer text was taken in, with an extraction of its own.
      return {
        ...unchanged,
        status: 'unchanged',
        ...NOTHING_DONE,
      }
    }
    const counts = await propose(byMachine(write), extraction, {
      ...{ articleId: id, textId, content: text, language: fields.language, copyIds: [], isNew: false },
      publishedLatest: latestDay(fields.publishedAt),
    })
    const { statements, statementsUpdated, statementsWithdrawn } = counts
    const changed = statements + statementsUpdated + statementsWithdrawn > 0
    return { ...unchanged, status: changed ? 'updated' : 'unchanged', ...counts }
  })
}
