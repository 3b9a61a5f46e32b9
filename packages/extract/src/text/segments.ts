import { BOILERPLATE_LINES, CLOSING_LINES, LIST_HEADINGS } from '../languages/en/boilerplate.js'
import type { SegmentKind, Span, TextSegment } from '../types.js'
import { isTitleCase } from './title-case.js'

/** What is known of the page's head. */
export interface PageHints {
  title?: string | undefined
  byline?: string | undefined
}

/** Nobody's headline, heading or boilerplate is longer, in code units. */
const LONGEST_LINE = 400

/** Tells the title, byline, headings and the page's boilerplate from the body, one segment a paragraph. */
export function classify(text: string, paragraphs: Span[], hints: PageHints): TextSegment[] {
  const title = hints.title ? squeeze(hints.title) : null
  const byline = hints.byline ? squeeze(hints.byline) : null
  const segments: TextSegment[] = []
  let bodySeen = false
  let seenTitle = ''
  let after: 'ARTICLE' | 'LIST' | 'CLOSING' = 'ARTICLE'
  const kindOf = (line: string, index: number): SegmentKind => {
    const squeezed = bodySeen && title === null && byline === null ? '' : squeeze(line)
    const guessed = title === null && index === 0 && paragraphs.length > 1 && looksLikeTitle(line)
    if (guessed || (squeezed !== '' && (squeezed === title || (!bodySeen && squeezed === seenTitle)))) {
      seenTitle = squeezed
      return 'TITLE'
    }
    if ((byline !== null && squeezed === byline) || looksLikeByline(line)) return 'BYLINE'
    if (CLOSING_LINES.some((pattern) => pattern.test(line))) after = 'CLOSING'
    else if (after !== 'CLOSING' && LIST_HEADINGS.has(bare(line))) after = 'LIST'
    else if (BOILERPLATE_LINES.some((pattern) => pattern.test(line))) return 'BOILERPLATE'
    else if (after === 'LIST' && SENTENCE_END.test(line)) after = 'ARTICLE'
    else if (after === 'CLOSING' && line.length > 160 && !/^["“]/.test(line)) after = 'ARTICLE'
    if (after !== 'ARTICLE') return 'BOILERPLATE'
    const before = segments.at(-1)
    const told = before?.kind === 'BODY' && /[^.]\.$/.test(text.slice(before.end - 2, before.end))
    return looksLikeHeading(line) || (told && isQuotedHeading(line)) ? 'HEADING' : 'BODY'
  }
  for (const [index, { start, end }] of paragraphs.entries()) {
    const long = end - start > LONGEST_LINE
    const kind = long ? 'BODY' : kindOf(text.slice(start, end), index)
    if (long) after = 'ARTICLE'
    bodySeen ||= kind === 'BODY'
    segments.push({ start, end, kind })
  }
  return segments
}

const SENTENCE_END = /[.!?…]["”’'»)]*$/

/** Without case and end marks. */
const bare = (line: string) =>
  line
    .toLowerCase()
    .replace(/[:.…!?]+$/, '')
    .trim()

const looksLikeByline = (line: string) =>
  line.length < 120 && /^by\s+\p{Lu}/iu.test(line) && !/[.!?]["”]?$/.test(line)

const squeeze = (line: string) =>
  line
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** No sentence of its own: title case, or no full stop. */
function looksLikeTitle(line: string): boolean {
  if (line.length > 200 || /[:"”’']$/.test(line) || /^["“]/.test(line)) return false
  return isTitleCase(line) || !/[.!?…]$/.test(line)
}

/** Short, and no sentence; a sentence only in title case. */
function looksLikeHeading(line: string): boolean {
  if (line.length > 90 || /["“”«»:]/.test(line)) return false
  const words = line.split(/\s+/)
  if (words.length > 12) return false
  if (!/[.!?…,;)]$/.test(line)) return true
  return /[^.]\.$/.test(line) && words.length <= 10 && words.length > 1 && isTitleCase(line)
}

/** “Ask the crates”, after the reporter's words: what is said ends as a sentence does. */
const isQuotedHeading = (line: string) =>
  line.split(/\s+/).length <= 6 && /^["“«][^"“”«»:]*[\p{L}\p{N}]["”»]$/u.test(line)
