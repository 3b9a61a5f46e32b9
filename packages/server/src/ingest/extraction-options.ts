import type { ExtractOptions } from '@onrecord/extract'
import type { SourceDocument } from './source-document.js'

/**
 * What a document's particulars tell the extractor. A title that does not stand in the text is kept from it, for with
 * none it looks for the headline itself.
 */
export function extractionOptions({
  text,
  title,
  authors,
  language,
}: Pick<SourceDocument, 'text' | 'title' | 'authors' | 'language'>): ExtractOptions {
  const [byline] = authors
  return {
    ...(text.includes(title) ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(language ? { language } : {}),
  }
}
