import type { Span, TextSegment } from '@onrecord/extract'

/**
 * Groups the paragraphs of an article's body into parts of at most `limit` code units. Cuts a longer paragraph after a
 * sentence, or else after a word.
 */
export function splitParts(text: string, segments: readonly TextSegment[], limit: number): Span[][] {
  const parts: Span[][] = []
  let room = 0
  for (const { start, end, kind } of segments) {
    if (kind !== 'BODY') continue
    for (const piece of cut(text, { start, end }, limit)) {
      const length = piece.end - piece.start
      const part = parts.at(-1)
      if (part && length <= room) {
        part.push(piece)
        room -= length
      } else {
        parts.push([piece])
        room = limit - length
      }
    }
  }
  return parts
}

function cut(text: string, { start, end }: Span, limit: number): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > limit) {
    const to = from + lastBorder(text.slice(from, from + limit))
    pieces.push({ start: from, end: to })
    from = to
  }
  return [...pieces, { start: from, end }]
}

/** The offset at which to cut a text: after the last sentence or word of its second half, so that no piece is tiny. */
function lastBorder(text: string): number {
  const half = Math.floor(text.length / 2)
  for (const border of [/[.!?…]["”’»)]*\s+/g, /\s+/g]) {
    const found = [...text.slice(half).matchAll(border)].at(-1)
    if (found) return half + found.index + found[0].length
  }
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length
}
