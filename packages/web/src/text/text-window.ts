import type { Span } from './runs.js'

/** Most characters of an article on one page: about twelve printed pages. */
export const WINDOW = 30_000

/** The end of a text without end, as the API counts places. */
const FURTHEST = 2 ** 31 - 1

/**
 * The place at which the page of an address begins: `?at=30000`. Null when there can be none.
 *
 * @param at as it stands in the address; null for the beginning.
 */
export function placeOf(at: string | null): number | null {
  if (at === null) return 0
  const place = /^\d{1,10}$/.test(at) ? Number(at) : Number.NaN
  return place < FURTHEST - WINDOW ? place : null
}

/**
 * Where a page of a long text ends: behind the last paragraph that fits, or within one that is longer than a page.
 *
 * @param from where the page begins.
 * @param length of the whole text.
 * @param segments the paragraphs that reach into the page.
 * @param full where the last statement begins when a page has no room for those behind it, else null.
 */
export function windowEnd(
  from: number,
  length: number,
  segments: readonly { position: Span }[],
  full: number | null,
): number {
  const most = full !== null && full > from ? full : from + WINDOW
  if (most >= length) return length
  const ends = segments.map(({ position }) => position.end).filter((end) => end > from && end <= most)
  return ends.length > 0 ? Math.max(...ends) : most
}

/** What of some paragraphs stands in a part of their text. */
export const within = <Segment extends { position: Span }>(
  segments: readonly Segment[],
  part: Span,
): Segment[] =>
  segments
    .filter(({ position }) => position.start < part.end && position.end > part.start)
    .map((segment) => ({
      ...segment,
      position: {
        start: Math.max(segment.position.start, part.start),
        end: Math.min(segment.position.end, part.end),
      },
    }))
