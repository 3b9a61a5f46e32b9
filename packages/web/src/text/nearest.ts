import type { Span } from './runs.js'

/**
 * The place of a word or phrase that is nearest to some other words, and not within them.
 *
 * @param within where it is looked for.
 * @param around the words that it belongs to.
 * @returns null when it does not stand there.
 */
export function nearest(content: string, within: Span, phrase: string, around: readonly Span[]): Span | null {
  let best: { span: Span; distance: number } | null = null
  const length = phrase.length
  if (length === 0) return null
  for (
    let start = content.indexOf(phrase, within.start);
    start >= 0 && start + length <= within.end;
    start = content.indexOf(phrase, start + 1)
  ) {
    const span = { start, end: start + length }
    if (!isWhole(content, span)) continue
    const inside = around.some((other) => other.start <= start && span.end <= other.end)
    const distance =
      Math.min(...around.map((other) => gap(span, other))) + (inside ? within.end - within.start : 0)
    if (!best || distance < best.distance) best = { span, distance }
  }
  return best?.span ?? null
}

const gap = (one: Span, other: Span): number => Math.max(0, other.start - one.end, one.start - other.end)

const LETTER = /[\p{L}\p{N}]/u

/** Whether a stretch begins and ends where words do: "he" is not a part of "the". */
const isWhole = (content: string, { start, end }: Span): boolean =>
  !(LETTER.test(content.charAt(start - 1)) && LETTER.test(content.charAt(start))) &&
  !(LETTER.test(content.charAt(end - 1)) && LETTER.test(content.charAt(end)))
