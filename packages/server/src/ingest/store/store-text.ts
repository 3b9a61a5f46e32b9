import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { insertRows, type NewRows } from '../../database/insert-rows.js'
import type { StorableExtraction } from '../extractor/extract-text.js'
import type { SourceArticle } from '../sources/source-article.js'

/** The id of a new text, and the rows that store it. */
export interface NewText {
  id: string
  rows: NewRows[]
}

/** Makes the rows of a text and its segments. */
export function newText(
  articleId: string,
  { text: content, language }: Pick<SourceArticle, 'text' | 'language'>,
  sha256: string,
  { segments, searchText, sketch }: StorableExtraction,
): NewText {
  const id = newId()
  const row = { id, articleId, content, sha256, length: content.length, language, searchText, sketch }
  const parts = segments.map(({ kind, start, end }, position) => ({ textId: id, position, kind, start, end }))
  return {
    id,
    rows: [
      { table: 'ArticleText', rows: [row] },
      { table: 'TextSegment', rows: parts },
    ],
  }
}

/** Stores a text of an article on record, unless the article has had it before. @returns the id that the text has. */
export async function storeText(
  tx: Transaction,
  articleId: string,
  sha256: string,
  text: NewText,
): Promise<string> {
  const before = await tx.articleText.findUnique({
    where: { articleId_sha256: { articleId, sha256 } },
    select: { id: true },
  })
  if (before) return before.id
  await insertRows(tx, ...text.rows)
  return text.id
}
