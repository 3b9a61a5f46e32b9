import type { Extraction, Span, StatementDraft } from '@onrecord/extract'
import { overlap } from '../../text/relocate.js'
import { findWords, squeeze } from './find-words.js'
import type { FoundSpeakers } from './found-speakers.js'
import type { PlacedStatement } from './place-statements.js'

/**
 * Makes drafts of a model's statements whose words were found in the text. A statement whose speaker the text does not
 * have becomes null: a wrong speaker does more harm than a missing statement.
 */
export function createDrafter(
  text: string,
  { segments: paragraphs, topics }: Pick<Extraction, 'segments' | 'topics'>,
  speakers: FoundSpeakers,
): (placed: PlacedStatement) => StatementDraft | null {
  const slugsIn = (spans: readonly Span[]) =>
    topics
      .filter(({ mentions }) => mentions.some((mention) => spans.some((span) => overlap(mention, span) > 0)))
      .map(({ slug }) => slug)
  return ({ statement, segments }) => {
    const { kind, medium, confidence } = statement
    const speaker = statement.speaker === null ? null : speakers.nameOf(statement.speaker)
    const isPronoun = statement.basis === 'PRONOUN' && speaker === squeeze(statement.mention ?? '')
    if (isPronoun || (statement.speaker !== null && speaker === null)) return null
    const span = { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 }
    const around = paragraphs.filter((paragraph) => overlap(paragraph, span) > 0)
    const nearby = { start: around[0]?.start ?? span.start, end: around.at(-1)?.end ?? span.end }
    const source = nearest(text, statement.mention, nearby, segments)
    const cue = nearest(text, statement.cue, nearby, segments)
    const own = slugsIn(segments)
    return {
      ...span,
      segments,
      kind,
      medium,
      speaker,
      source,
      mention: source && text.slice(source.start, source.end),
      cue: cue && text.slice(cue.start, cue.end),
      basis: source ? statement.basis : 'INHERITED',
      confidence,
      ...{ alterations: [], saidAt: null, within: null },
      topics: own.length > 0 ? own : slugsIn(around),
    }
  }
}

/** Where words stand nearest to a statement, outside of it; null when they do not stand in its paragraphs. */
function nearest(text: string, words: string | null, nearby: Span, segments: readonly Span[]): Span | null {
  if (words === null) return null
  const distance = ({ start, end }: Span) =>
    Math.min(...segments.map((segment) => Math.max(segment.start - end, start - segment.end)))
  const outside = findWords(text, words, nearby).filter((found) =>
    segments.every((segment) => overlap(segment, found) === 0),
  )
  return outside.sort((a, b) => distance(a) - distance(b))[0] ?? null
}
