import type { Transaction } from '../../database/database.js'
import type { ArticleFields } from './article-fields.js'
import { type ArticleRow, articleSelect } from './article-row.js'
import { readArticleFields } from './field-table.js'

/** What a write needs to know of a stored article. */
export interface ArticleState {
  id: string
  version: number
  canonicalUrl: string | null
  siteId: string | null
  deletedAt: Date | null
  /** Names of the fields that a person set. */
  editedFields: string[]
  /** SHA-256 of its newest text. */
  sha256: string | null
  /** UTF-16 code units of its newest text. */
  length: number
  externalIds: { namespace: string; value: string }[]
  fields: ArticleFields
}

export function articleState(row: ArticleRow): ArticleState {
  const { id, version, canonicalUrl, siteId, deletedAt, editedFields, externalIds } = row
  return {
    ...{ id, version, canonicalUrl, siteId, deletedAt, editedFields, externalIds },
    sha256: row.currentText?.sha256 ?? null,
    length: row.currentText?.length ?? 0,
    fields: readArticleFields(row),
  }
}

/** Reads an article that this transaction has locked. */
export const readArticle = async (tx: Transaction, id: string): Promise<ArticleState> =>
  articleState(await tx.article.findUniqueOrThrow({ where: { id }, select: articleSelect }))
