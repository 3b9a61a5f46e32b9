import { parseHtml } from './html-dom.js'
import { readHtmlMetadata } from './html-metadata.js'
import { readMainText } from './main-text/main-text.js'
import { normaliseText } from './normalise-text.js'
import type { SourceArticle } from './source-article.js'
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
  const text = readMainText(document, title, name)
  return { text, ...titleOr(title, name), ...metadata, externalId: null, format: 'HTML' }
}
