import type { Span } from '../types.js'

const BREAK = /[\n\r\u2028\u2029]+/g

/**
 * Cuts a text into paragraphs: its lines, trimmed, without the empty ones. Lines that were wrapped at a column are joined
 * again up to the next empty line.
 */
export function splitParagraphs(text: string): Span[] {
  const paragraphs: Span[] = []
  let block: Span[] = []
  let lineStart = 0
  const flush = () => {
    const first = block[0]
    const last = block.at(-1)
    if (first && last && isWrapped(block)) paragraphs.push({ start: first.start, end: last.end })
    else for (const line of block) paragraphs.push(line)
    block = []
  }
  const addLine = (end: number) => {
    const span = trimSpan(text, lineStart, end)
    if (span) block.push(span)
  }
  for (const match of text.matchAll(BREAK)) {
    addLine(match.index)
    lineStart = match.index + match[0].length
    if (match[0] !== '\n' && match[0] !== '\r\n') flush()
    else if (block.length === 0) flush()
  }
  addLine(text.length)
  flush()
  return paragraphs.flatMap((paragraph) => cutLong(text, paragraph))
}

/**
 * Longer paragraphs are cut, in code units: nobody writes them, and the work on texts without line breaks stays
 * bounded.
 */
const LONGEST = 20_000

function cutLong(text: string, paragraph: Span): Span[] {
  const pieces: Span[] = []
  let start = paragraph.start
  while (paragraph.end - start > LONGEST) {
    const piece = trimSpan(text, start, cutBefore(text, start + LONGEST))
    if (piece) pieces.push(piece)
    start = cutBefore(text, start + LONGEST)
  }
  const rest = trimSpan(text, start, paragraph.end)
  if (rest) pieces.push(rest)
  return pieces
}

/**
 * Returns the last white space before `limit`, if one is near, else `limit`; never between the halves of a surrogate
 * pair.
 */
function cutBefore(text: string, limit: number): number {
  for (let i = limit; i > limit - 500; i--) if (isSpace(text.charCodeAt(i))) return i
  return (text.charCodeAt(limit) & 0xfc00) === 0xdc00 ? limit - 1 : limit
}

/** Tells whether a program broke the lines: three or more have nearly the same width, but for the last. */
function isWrapped(lines: Span[]): boolean {
  if (lines.length < 3) return false
  let min = Number.POSITIVE_INFINITY
  let max = 0
  for (const line of lines.slice(0, -1)) {
    min = Math.min(min, line.end - line.start)
    max = Math.max(max, line.end - line.start)
  }
  return min >= 45 && max <= 100 && max - min <= 25
}

/** Returns the span without outer white space; null when nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : null
}

function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return code >= 160 && /\s/.test(String.fromCharCode(code))
}
