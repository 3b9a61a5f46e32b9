import type { Transaction } from '../../database/database.js'
import { articleSelect } from '../../record/article/article-row.js'
import { type ArticleState, articleState } from '../../record/article/article-state.js'
import type { SourceArticle } from '../sources/source-article.js'
import { SourceError } from '../sources/source-error.js'

/**
 * Finds the stored article that a source describes: by external id, else by canonical URL, else by the hash of its text.
 * The same text at another address is a copy, not the same article.
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
  return byText && articleState(byText)
}
