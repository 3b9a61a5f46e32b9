import { basename, extname } from 'node:path'
import { cleanLine, hasWords } from '../../text/clean-text.js'
import { normaliseText } from './normalise-text.js'
import type { SourceArticle } from './source-article.js'
import { SourceError } from './source-error.js'

const MAX_HEADLINE = 200

/**
 * Reads plain text as an article. The text stays as it is, except for its line ends. The title is the first line when it
 * looks like a headline (and it stays in the text), else the name of the file. A byline above the first paragraphs names
 * the author.
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
    authors: bylinesOf(text),
    published: null,
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

/** The number of lines that are searched for a byline, and the most characters of a byline. */
const [BYLINE_LINES, MAX_BYLINE] = [5, 120]
const NAME = /\p{Lu}[\p{L}.'’-]*(?:\s+(?:[a-z]{1,3}\s+)?\p{Lu}[\p{L}.'’-]*){1,5}/u.source
const BYLINE = new RegExp(`^(?:By|by|BY)\\s+${NAME}(?=\\s*(?:$|[(|,–—]))`, 'u')

/** Finds a line such as "By Ada Brook (Harbour Post)" near the top, and gives it up to the end of the names. */
function bylinesOf(text: string): string[] {
  const top = text.slice(0, 10_000).split('\n').filter(hasWords).slice(0, BYLINE_LINES)
  const lines = top
    .map((line) => line.trim())
    .filter((line) => line.length <= MAX_BYLINE && !/[.!?]$/.test(line))
  return lines.flatMap((line) => BYLINE.exec(line)?.[0] ?? []).slice(0, 1)
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
