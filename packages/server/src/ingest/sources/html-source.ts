import { hasWords } from '../../text/clean-text.js'
import { parseHtml } from './html-dom.js'
import { readHtmlMetadata } from './html-metadata.js'
import { findMainBlocks } from './main-text/find-main-blocks.js'
import { normaliseText } from './normalise-text.js'
import type { SourceArticle } from './source-article.js'
import { SourceError } from './source-error.js'
import { titleOr } from './text-source.js'

/**
 * Reads an article from a web page: its main text without menus, comments and forms, and its metadata in JSON-LD,
 * OpenGraph and `<meta>`. Accepts broken HTML.
 *
 * @param name the name of the file, for messages, and for the title when the page has none.
 * @throws SourceError TOO_COMPLEX, NO_MAIN_TEXT, BINARY or INVALID_CHARACTER.
 */
export function htmlSource(markup: string, name: string): SourceArticle {
  const document = parseHtml(normaliseText(markup, name), name)
  const { title, ...metadata } = readHtmlMetadata(document)
  const text = findMainBlocks(document, title)
    .map((block) => block.text)
    .join('\n\n')
  if (!hasWords(text)) {
    throw new SourceError(
      'NO_MAIN_TEXT',
      "has no main text that can be found: save the article's text as .txt or .md",
      name,
    )
  }
  return { text, ...titleOr(title, name), ...metadata, externalId: null, format: 'HTML' }
}
