import { createHash } from 'node:crypto'
import type { Transaction } from '../../database/database.js'
import { articleSelect } from '../../record/article/article-row.js'
import { type ArticleState, articleState } from '../../record/article/article-state.js'
import { quoteWords } from '../../text/quote-words.js'
import { distinctWords, rankBySharedWords } from '../../text/shared-words.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'

/**
 * Finds the stored article that a source describes: by external id, else by canonical URL, else by the hash of its text.
 * The same text at another address is a copy, not the same article. An article without URL and id is also found by the
 * path of its file.
 *
 * @throws SourceError CONFLICT when external id and URL belong to two different articles.
 */
export async function findArticle(
  tx: Transaction,
  source: SourceArticle,
  sha256: string,
): Promise<ArticleState | null> {
  const byExternalId = source.externalId
    ? await tx.article.findFirst({
        where: { externalIds: { some: { type: 'ARTICLE', ...source.externalId } } },
        select: articleSelect,
      })
    : null
  const byUrl = source.canonicalUrl
    ? await tx.article.findUnique({ where: { canonicalUrl: source.canonicalUrl }, select: articleSelect })
    : null
  if (byExternalId && byUrl && byExternalId.id !== byUrl.id) {
    throw new SourceError(
      'CONFLICT',
      `external id ${source.externalId?.value} and URL ${source.canonicalUrl} belong to two different articles: correct one of them`,
    )
  }
  const identified = byExternalId ?? byUrl
  if (identified) return articleState(identified)
  const byText = await tx.article.findFirst({
    where: {
      texts: { some: { sha256 } },
      ...(source.canonicalUrl ? { canonicalUrl: null } : {}),
    },
    orderBy: [{ ingestedAt: 'asc' }, { id: 'asc' }],
    select: articleSelect,
  })
  if (byText) return articleState(byText)
  const byPath = source.path === undefined ? null : await findByPath(tx, source, source.path)
  return byPath && articleState(byPath)
}

/** The part of the words of the shorter text that two versions of one article share at least. */
const LEAST_SHARED = 0.6

/**
 * Finds the article that came from the same file when it had neither URL nor id, if most of its words are the same: an
 * edited file is the same article, and another text in a file of the same name is another article.
 */
async function findByPath(tx: Transaction, source: SourceArticle, path: string) {
  const rows = await tx.article.findMany({
    where: { sourceKey: sourceKeyOf(path), canonicalUrl: null, externalIds: { none: {} } },
    orderBy: [{ ingestedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { ...articleSelect, currentText: { select: { sha256: true, length: true, content: true } } },
  })
  const stored = rows.map((row) => ({ row, distinct: wordsOf(row.currentText?.content ?? '') }))
  return rankBySharedWords({ distinct: wordsOf(source.text) }, stored, 1, LEAST_SHARED)[0]?.row ?? null
}

const wordsOf = (text: string) => distinctWords(quoteWords(text))

/** The key of a file: its path is nobody else's business, so only a hash of it is stored. */
export const sourceKeyOf = (path: string): string => createHash('sha256').update(path).digest('base64url')
