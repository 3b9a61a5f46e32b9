import type { Extraction } from '@onrecord/extract'
import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { sketchOf } from '../../text/sketch.js'
import type { SourceArticle } from '../sources/source-article.js'

/** Stores the text of a source and its segments, unless the article has had this text before. */
export async function storeText(
  tx: Transaction,
  articleId: string,
  { text: content, language }: Pick<SourceArticle, 'text' | 'language'>,
  sha256: string,
  { segments }: Extraction,
): Promise<{ id: string; sketch: number[] }> {
  const searchText = searchable(content, segments)
  const sketch = sketchOf(searchText)
  const before = await tx.articleText.findUnique({
    where: { articleId_sha256: { articleId, sha256 } },
    select: { id: true },
  })
  const id = before?.id ?? newId()
  if (!before) {
    await tx.articleText.create({
      data: {
        id,
        articleId,
        content,
        sha256,
        length: content.length,
        language,
        searchText,
        sketch,
      },
    })
    await tx.textSegment.createMany({
      data: segments.map(({ kind, start, end }, position) => ({ textId: id, position, kind, start, end })),
    })
  }
  return { id, sketch }
}

/** The text without boilerplate, which searches ignore. */
const searchable = (content: string, segments: Extraction['segments']) =>
  segments
    .filter((segment) => segment.kind !== 'BOILERPLATE')
    .map(({ start, end }) => content.slice(start, end))
    .join('\n\n')
