import type { Span, TextSegment } from '../types.js'
import { firstAtOrAfter } from './first-at-or-after.js'

/** Where the parts of a text lie that tell how far it is about something. */
export interface TopicLayout {
  /** Number of parts of the body: its paragraphs, the long ones divided, and the short ones joined. */
  parts: number
  /** Whether the body is too short for anything in it to be said in passing. */
  isShort: boolean
  /** Index of the part of the body in which an offset lies; null outside of the body. */
  partOf(offset: number): number | null
  isInLead(offset: number): boolean
  isHeading(offset: number): boolean
}

/** A paragraph of more code units counts as several parts. */
const LONGEST_PART = 600
/** Paragraphs are joined until they have so many code units: some texts have one for each sentence. */
const LEAST_PART = 250
/** The lead ends with the paragraph in which the body reaches this length, in code units. */
const LEAST_LEAD = 200
/** The body of a short text has fewer code units. */
const SHORT = 600

/** Divides a text into the parts by which topics are weighed. */
export function layOut(segments: readonly TextSegment[]): TopicLayout {
  const body = segments.filter(({ kind }) => kind === 'BODY')
  const parts = joinShort(segments).flatMap(divide)
  const headings = segments.filter(({ kind }) => kind === 'HEADING')
  let [length, leadEnd] = [0, 0]
  for (const { start, end } of body) {
    if (length < LEAST_LEAD) leadEnd = Math.min(end, start + LONGEST_PART)
    length += end - start
  }
  return {
    parts: parts.length,
    isShort: length < SHORT,
    partOf: (offset) => indexAt(parts, offset),
    isInLead: (offset) => offset < leadEnd && indexAt(parts, offset) !== null,
    isHeading: (offset) => indexAt(headings, offset) !== null,
  }
}

/** Joins paragraphs that follow one another until they are long enough for a part. */
function joinShort(segments: readonly TextSegment[]): Span[] {
  const parts: Span[] = []
  let isOpen = false
  for (const { kind, start, end } of segments) {
    const last = parts.at(-1)
    if (kind !== 'BODY') isOpen = false
    else if (isOpen && last) last.end = end
    else parts.push({ start, end })
    const current = parts.at(-1)
    if (kind === 'BODY' && current) isOpen = current.end - current.start < LEAST_PART
  }
  return parts
}

/** Divides a paragraph into parts of one length. */
function divide({ start, end }: Span): Span[] {
  const count = Math.max(1, Math.round((end - start) / LONGEST_PART))
  const length = (end - start) / count
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * length,
    end: start + (index + 1) * length,
  }))
}

/** Returns the index of the span that an offset lies in, of spans in order. */
function indexAt(spans: readonly Span[], offset: number): number | null {
  const index = firstAtOrAfter(spans, offset + 1) - 1
  const span = spans[index]
  return span && offset < span.end ? index : null
}
