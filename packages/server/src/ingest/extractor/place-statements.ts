import type { Span } from '@onrecord/extract'
import { findWords, squeeze, standsAfter } from './find-words.js'
import type { AnsweredStatement } from './model-answer.js'

/**
 * Why a statement of a model was left out. `words`: they do not stand in the text. `ambiguous`: they do, more often
 * than given, and what is before them does not tell which are meant. `duplicate`: given twice. `speaker`: not in the
 * text. `form`: not as asked for.
 */
export type DropReason = 'words' | 'ambiguous' | 'duplicate' | 'speaker' | 'form'

/** How many statements were left out, for which reasons. */
export type Dropped = Partial<Record<DropReason, number>>

export interface PlacedStatement {
  statement: AnsweredStatement
  segments: Span[]
}

/**
 * Finds where the words of statements stand in a part of the text. Words that are not there letter for letter, or that
 * could be meant at several places, are left out: nothing is placed by likeness.
 */
export function placeStatements(
  text: string,
  part: readonly Span[],
  statements: readonly AnsweredStatement[],
  drop: (reason: DropReason) => void,
): PlacedStatement[] {
  const places = firstPlaces(text, part, statements)
  const taken = new Set<string>()
  return statements.flatMap((statement) => {
    const first = places.get(statement)
    const segments = typeof first === 'object' ? follow(text, part, first, statement.words.slice(1)) : null
    const key = segments?.map(({ start, end }) => `${start}-${end}`).join() ?? ''
    if (!segments || taken.has(key)) {
      drop(typeof first === 'string' ? first : segments ? 'duplicate' : 'words')
      return []
    }
    taken.add(key)
    return [{ statement, segments }]
  })
}

/** Where each statement begins. The same words given as often as they stand there are taken in order. */
function firstPlaces(text: string, part: readonly Span[], statements: readonly AnsweredStatement[]) {
  const places = new Map<AnsweredStatement, Span | DropReason>()
  const alike = Map.groupBy(
    statements,
    ({ words, before }) => `${squeeze(words[0] ?? '')}\n${squeeze(before)}`,
  )
  for (const group of alike.values()) {
    const [{ words, before }] = group as [AnsweredStatement]
    const candidates = findInPart(text, part, words[0] ?? '')
    const told =
      before.trim() === '' ? [] : candidates.filter(({ start }) => standsAfter(text, start, before))
    const meant = told.length > 0 ? told : candidates
    for (const [index, statement] of group.entries()) {
      const unclear = meant.length > group.length
      const none = meant.length === 0 ? 'words' : 'duplicate'
      places.set(statement, unclear ? 'ambiguous' : (meant[index] ?? none))
    }
  }
  return places
}

/** The nearest places of the further pieces, each behind the one before; null when one has none. */
function follow(text: string, part: readonly Span[], first: Span, pieces: readonly string[]): Span[] | null {
  const segments = [first]
  for (const words of pieces) {
    const end = segments.at(-1)?.end ?? 0
    const next = findInPart(text, part, words).find(({ start }) => start >= end)
    if (!next) return null
    segments.push(next)
  }
  return segments
}

/** Places that lie in the paragraphs of the part, and not in what stands between them. */
function findInPart(text: string, part: readonly Span[], words: string): Span[] {
  const within = { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 }
  return findWords(text, words, within).filter(({ start, end }) => {
    const covered = part.filter((piece) => piece.start < end && start < piece.end)
    const gaps = covered.slice(1).map((piece, index) => text.slice(covered[index]?.end, piece.start))
    const [head, tail] = [covered[0], covered.at(-1)]
    return head && tail && head.start <= start && end <= tail.end && gaps.every((gap) => gap.trim() === '')
  })
}
