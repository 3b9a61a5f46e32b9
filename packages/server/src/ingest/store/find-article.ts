import { createHash } from 'node:crypto'
import type { Transaction } from '../../database/database.js'
import { articleSelect } from '../../record/article/article-row.js'
import { type ArticleState, articleState, readArticle } from '../../record/article/article-state.js'
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
  const { byExternalId, byUrl, byText, byPath } = await findIds(tx, source, sha256)
  if (byExternalId && byUrl && byExternalId !== byUrl) {
    throw new SourceError(
      'CONFLICT',
      `external id ${source.externalId?.value} and URL ${source.canonicalUrl} belong to two different articles: correct one of them`,
    )
  }
  const id = byExternalId ?? byUrl ?? byText
  if (id) return readArticle(tx, id)
  const found = byPath && source.path !== undefined ? await findByPath(tx, source, source.path) : null
  return found && articleState(found)
}

interface FoundIds {
  byExternalId: string | null
  byUrl: string | null
  byText: string | null
  /** Of some article that came from the same file when it had neither URL nor id. */
  byPath: string | null
}

/** UUIDs of the articles that a source may be, by what they have in common with it. Takes one SQL statement. */
async function findIds(
  tx: Transaction,
  { externalId, canonicalUrl, path }: SourceArticle,
  sha256: string,
): Promise<FoundIds> {
  const { namespace = null, value = null } = externalId ?? {}
  const key = path === undefined ? null : sourceKeyOf(path)
  const [ids] = await tx.$queryRaw<[FoundIds]>`SELECT
    (SELECT "articleId"::text FROM "ExternalId"
      WHERE type = 'ARTICLE' AND namespace = ${namespace} AND value = ${value} LIMIT 1) AS "byExternalId",
    (SELECT id::text FROM "Article" WHERE "canonicalUrl" = ${canonicalUrl}) AS "byUrl",
    (SELECT a.id::text FROM "ArticleText" x JOIN "Article" a ON a.id = x."articleId"
      WHERE x.sha256 = ${sha256} AND (${canonicalUrl}::text IS NULL OR a."canonicalUrl" IS NULL)
      ORDER BY a."ingestedAt", a.id LIMIT 1) AS "byText",
    (SELECT id::text FROM "Article" WHERE "sourceKey" = ${key} AND "canonicalUrl" IS NULL LIMIT 1) AS "byPath"`
  return ids
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
