import { basename, extname } from 'node:path'
import { cleanLine, hasWords } from '../../text/clean-text.js'
import { normaliseText } from './normalise-text.js'
import type { SourceArticle } from './source-article.js'
import { SourceError } from './source-error.js'
import { readTopLines } from './top-lines.js'

const MAX_HEADLINE = 200

/**
 * Reads plain text as an article. The text stays as it is, except for its line ends. The title is the first line when it
 * looks like a headline (and it stays in the text), else the name of the file. A byline above the first paragraphs names
 * the authors, a line with a date the day of publication.
 *
 * @param name the name of the file, for messages and the title.
 * @throws SourceError EMPTY, BINARY or INVALID_CHARACTER.
 */
export function textSource(content: string, name: string): SourceArticle {
  const text = normaliseText(content, name)
  if (!hasWords(text)) throw new SourceError('EMPTY', 'has no text in it', name)
  return {
    text,
    ...titleOr(headlineOf(text), name),
    url: null,
    canonicalUrl: null,
    siteName: null,
    siteDomain: null,
    ...readTopLines(text, null),
    language: null,
    externalId: null,
    format: 'TEXT',
  }
}

/**
 * Gives the first line when it looks like a headline, else null. A headline has up to 200 characters, and more text after
 * it. It does not end with a full stop unless it is in title case, and it does not begin a paragraph that is broken over
 * several lines.
 */
export function headlineOf(text: string): string | null {
  const [first = '', ...rest] = text.trimStart().slice(0, 10_000).split('\n')
  const line = first.trim()
  const next = rest[0]?.trim() ?? ''
  if (line.length > MAX_HEADLINE || !hasWords(line) || !hasWords(rest.join(' '))) return null
  if (/[.…]["”’')]*$/.test(line) ? !isTitleCase(line) : /[,;:]$/.test(line)) return null
  if (/^by\s/i.test(line) || (next !== '' && line.length > 0.7 * next.length)) return null
  return cleanLine(line, MAX_HEADLINE)
}

/** Whether at least 85 of 100 words of four letters or more begin with a capital or a digit. */
function isTitleCase(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}’']{3,}/gu) ?? []
  const capital = words.filter((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word)).length
  return words.length > 1 && capital >= 0.85 * words.length
}

/** The title that a source gives, or else a title made of the file name. */
export const titleOr = (title: string | null, name: string) => ({
  title: title ?? titleFromName(name),
  titleIsFileName: title === null,
})

/** Makes a title of a file name: `2026/harbour-talks.txt` → "harbour-talks". */
export function titleFromName(name: string): string {
  return cleanLine(basename(name, extname(name)), 500) ?? 'Untitled'
}
