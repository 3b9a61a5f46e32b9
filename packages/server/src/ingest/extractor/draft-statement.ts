import type { Extraction, Span, StatementDraft } from '@onrecord/extract'
import { overlap } from '../../text/relocate.js'
import { collapseSpaces, findWords } from './find-words.js'
import type { FoundSpeakers } from './found-speakers.js'
import type { PlacedStatement } from './place-statements.js'

/**
 * Creates a function that makes a draft of a model's statement whose words were found in the text. It gives null when the
 * text does not have the speaker, because a wrong speaker does more harm than a missing statement.
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
    const { kind, polarity, medium, confidence } = statement
    const speaker = statement.speaker === null ? null : speakers.nameOf(statement.speaker)
    const isPronoun = statement.basis === 'PRONOUN' && speaker === collapseSpaces(statement.mention ?? '')
    if (isPronoun || (statement.speaker !== null && speaker === null)) return null
    const span = { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 }
    const around = paragraphs.filter((paragraph) => overlap(paragraph, span) > 0)
    const nearby = { start: around[0]?.start ?? span.start, end: around.at(-1)?.end ?? span.end }
    const source = nearest(text, statement.mention, nearby, segments)
    const cue = nearest(text, statement.cue, nearby, segments)
    const slugs = slugsIn(segments)
    return {
      ...span,
      segments,
      kind,
      polarity,
      medium,
      speaker,
      source,
      mention: source && text.slice(source.start, source.end),
      cue: cue && text.slice(cue.start, cue.end),
      basis: source ? statement.basis : 'INHERITED',
      confidence,
      ...{ alterations: [], saidAt: null, within: null },
      topics: slugs.length > 0 ? slugs : slugsIn(around),
    }
  }
}

/** Finds the words outside of a statement that stand nearest to it; null when its paragraphs do not have them. */
function nearest(text: string, words: string | null, nearby: Span, segments: readonly Span[]): Span | null {
  if (words === null) return null
  const distance = ({ start, end }: Span) =>
    Math.min(...segments.map((segment) => Math.max(segment.start - end, start - segment.end)))
  const outside = findWords(text, words, nearby).filter((found) =>
    segments.every((segment) => overlap(segment, found) === 0),
  )
  return outside.sort((a, b) => distance(a) - distance(b))[0] ?? null
}
