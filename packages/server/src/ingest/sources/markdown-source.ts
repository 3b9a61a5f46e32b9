import { cleanLine, hasWords } from '../../text/clean-text.js'
import { readFrontMatter, splitFrontMatter } from './front-matter.js'
import { markdownText } from './markdown-text.js'
import { normaliseText } from './normalise-text.js'
import type { SourceArticle } from './source-article.js'
import { SourceError } from './source-error.js'
import { headlineOf, titleOr } from './text-source.js'
import { readTopLines } from './top-lines.js'

/**
 * Reads an article from Markdown with or without front matter. The title comes from the front matter, else from the
 * heading that begins the text (and stays in it), else from a first line that looks like a headline, else from the name
 * of the file. Authors and date that the front matter leaves out are read from the lines above the first paragraphs.
 *
 * @param name the name of the file, for messages and the title.
 * @throws SourceError EMPTY, TOO_COMPLEX, BINARY, INVALID_CHARACTER or INVALID_FRONT_MATTER.
 */
export function markdownSource(content: string, name: string): SourceArticle {
  const { yaml, body } = splitFrontMatter(normaliseText(content, name), name)
  const { title, ...metadata } = readFrontMatter(yaml, name)
  const { text, heading, cut } = markdownText(body)
  if (cut)
    throw new SourceError('TOO_COMPLEX', 'has lists or quotations nested over 20 deep: flatten them', name)
  if (!hasWords(text)) throw new SourceError('EMPTY', 'has no text in it', name)
  const headline = heading === null ? headlineOf(text) : cleanLine(heading, 500)
  const top = readTopLines(text, metadata.language)
  const { authors, published } = metadata
  return {
    text,
    ...titleOr(title ?? headline, name),
    ...metadata,
    authors: authors.length > 0 ? authors : top.authors,
    // A printed day is more exact than a month in the address.
    published: published?.basis === 'EXTERNAL' ? (top.published ?? published) : (published ?? top.published),
    format: 'MARKDOWN',
  }
}
