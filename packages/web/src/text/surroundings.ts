import type { Span } from './runs.js'

interface Segment {
  kind: string
  position: Span
}

/**
 * The paragraphs that some words stand in, with one before and one after them.
 *
 * @param most most paragraphs.
 */
export function paragraphsAround<Part extends Segment>(
  segments: readonly Part[],
  words: readonly Span[],
  most = 8,
): Part[] {
  const inside = segments.flatMap(({ position }, index) =>
    words.some(({ start, end }) => position.start < end && start < position.end) ? [index] : [],
  )
  const [first] = inside
  if (first === undefined) return []
  const from = Math.max(0, first - 1)
  const to = Math.min((inside.at(-1) as number) + 2, from + most)
  return segments.slice(from, to).filter(({ kind }) => kind === 'BODY' || kind === 'HEADING')
}
