import type { Transaction } from '../database/database.js'
import type { SourceDocument } from './source-document.js'
import { SourceError } from './source-error.js'

const identity = {
  id: true,
  title: true,
  url: true,
  canonicalUrl: true,
  language: true,
  siteId: true,
  publishedEdtf: true,
  currentTextId: true,
  version: true,
  currentText: { select: { sha256: true } },
  externalIds: { select: { namespace: true, value: true } },
  bylines: { select: { asWritten: true }, orderBy: { position: 'asc' } },
} as const

/** What of a stored article tells whether a document changes it. */
export type StoredArticle = NonNullable<Awaited<ReturnType<typeof findArticle>>>

/**
 * The stored article that a document is: by external id, else by canonical URL, else by the hash of its text. The
 * same text at another address is a copy, not the same article.
 *
 * @throws SourceError CONFLICT when external id and URL name two different articles.
 */
export async function findArticle(tx: Transaction, document: SourceDocument, sha256: string) {
  const byExternalId = document.externalId
    ? await tx.article.findFirst({
        where: { externalIds: { some: { type: 'ARTICLE', ...document.externalId } } },
        select: identity,
      })
    : null
  const byUrl = document.canonicalUrl
    ? await tx.article.findUnique({ where: { canonicalUrl: document.canonicalUrl }, select: identity })
    : null
  if (byExternalId && byUrl && byExternalId.id !== byUrl.id) {
    throw new SourceError(
      'CONFLICT',
      `external id ${document.externalId?.value} and URL ${document.canonicalUrl} belong to two different articles: correct one of them`,
    )
  }
  if (byExternalId ?? byUrl) return byExternalId ?? byUrl
  return tx.article.findFirst({
    where: {
      texts: { some: { sha256 } },
      ...(document.canonicalUrl ? { canonicalUrl: null } : {}),
    },
    orderBy: [{ ingestedAt: 'asc' }, { id: 'asc' }],
    select: identity,
  })
}
