import { Readability } from '@mozilla/readability'
import { cleanLine, hasWords } from '../../text/clean-text.js'
import { domText } from './dom-text.js'
import { type DomDocument, type DomNode, parseHtml } from './html-dom.js'
import { readHtmlMetadata } from './html-metadata.js'
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
  const main = findMain(document)
  const text = main?.content ? domText(main.content) : ''
  if (!hasWords(text)) {
    throw new SourceError(
      'NO_MAIN_TEXT',
      "has no main text that can be found: save the article's text as .txt or .md",
      name,
    )
  }
  const byline = main?.byline ? cleanLine(main.byline, 200) : null
  return {
    text,
    ...titleOr(title, name),
    ...metadata,
    authors: metadata.authors.length === 0 && byline !== null ? [byline] : metadata.authors,
    externalId: null,
    format: 'HTML',
  }
}

/**
 * The number of characters of a main text that satisfies Readability. With its default of 500, it searches a page with a
 * short report again and again, each time less strictly, until it takes the comments below for the report.
 */
const ENOUGH_CHARACTERS = 25

/** Finds the main element of a document. Readability changes the document, so everything else must be read first. */
function findMain(document: DomDocument) {
  try {
    const options = {
      serializer: (node: unknown) => node as DomNode,
      disableJSONLD: true,
      charThreshold: ENOUGH_CHARACTERS,
    }
    return new Readability<DomNode>(document as never, options).parse()
  } catch {
    return null
  }
}
