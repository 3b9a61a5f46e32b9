import type { Transaction } from '../../database/database.js'
import { type ArticleState, articleSelect, articleState } from '../../record/article/article-state.js'
import type { SourceDocument } from '../sources/source-document.js'
import { SourceError } from '../sources/source-error.js'

/**
 * The stored article that a document is: by external id, else by canonical URL, else by the hash of its text. The
 * same text at another address is a copy, not the same article.
 *
 * @throws SourceError CONFLICT when external id and URL name two different articles.
 */
export async function findArticle(
  tx: Transaction,
  document: SourceDocument,
  sha256: string,
): Promise<ArticleState | null> {
  const byExternalId = document.externalId
    ? await tx.article.findFirst({
        where: { externalIds: { some: { type: 'ARTICLE', ...document.externalId } } },
        select: articleSelect,
      })
    : null
  const byUrl = document.canonicalUrl
    ? await tx.article.findUnique({ where: { canonicalUrl: document.canonicalUrl }, select: articleSelect })
    : null
  if (byExternalId && byUrl && byExternalId.id !== byUrl.id) {
    throw new SourceError(
      'CONFLICT',
      `external id ${document.externalId?.value} and URL ${document.canonicalUrl} belong to two different articles: correct one of them`,
    )
  }
  const named = byExternalId ?? byUrl
  if (named) return articleState(named)
  const byText = await tx.article.findFirst({
    where: {
      texts: { some: { sha256 } },
      ...(document.canonicalUrl ? { canonicalUrl: null } : {}),
    },
    orderBy: [{ ingestedAt: 'asc' }, { id: 'asc' }],
    select: articleSelect,
  })
  return byText && articleState(byText)
}
