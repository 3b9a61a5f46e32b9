import type { Span } from '@onrecord/extract'
import { collapseSpaces, findWords, standsAfter } from './find-words.js'
import type { AnsweredStatement } from './model-answer.js'

/**
 * Why a statement of a model was left out. `words`: its words do not stand in the text. `ambiguous`: its words stand in
 * the text more often than the model gave them, and the words before do not tell which are meant. `duplicate`: the model
 * gave it twice. `speaker`: its speaker is not in the text. `form`: it does not have the requested form.
 */
export type DropReason = 'words' | 'ambiguous' | 'duplicate' | 'speaker' | 'form'

/** The number of statements that were left out, by reason. */
export type Dropped = Partial<Record<DropReason, number>>

export interface PlacedStatement {
  statement: AnsweredStatement
  segments: Span[]
}

/**
 * Finds where the words of statements stand in a part of the text. Leaves out a statement whose words do not stand there
 * letter for letter, or may be meant at several places.
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
    const segments =
      typeof first === 'object' ? placePieces(text, part, first, statement.words.slice(1)) : null
    const key = segments?.map(({ start, end }) => `${start}-${end}`).join() ?? ''
    if (!segments || taken.has(key)) {
      drop(typeof first === 'string' ? first : segments ? 'duplicate' : 'words')
      return []
    }
    taken.add(key)
    return [{ statement, segments }]
  })
}

/** Finds where each statement begins. Words that are given as often as they stand in the text are placed in order. */
function firstPlaces(text: string, part: readonly Span[], statements: readonly AnsweredStatement[]) {
  const places = new Map<AnsweredStatement, Span | DropReason>()
  const alike = Map.groupBy(
    statements,
    ({ words, before }) => `${collapseSpaces(words[0] ?? '')}\n${collapseSpaces(before)}`,
  )
  for (const group of alike.values()) {
    const [{ words, before }] = group as [AnsweredStatement]
    const candidates = findInPart(text, part, words[0] ?? '')
    const afterBefore =
      before.trim() === '' ? [] : candidates.filter(({ start }) => standsAfter(text, start, before))
    const meant = afterBefore.length > 0 ? afterBefore : candidates
    for (const [index, statement] of group.entries()) {
      const unclear = meant.length > group.length
      const none = meant.length === 0 ? 'words' : 'duplicate'
      places.set(statement, unclear ? 'ambiguous' : (meant[index] ?? none))
    }
  }
  return places
}

/** Finds the next place of each further piece after the piece before it; null when a piece has none. */
function placePieces(
  text: string,
  part: readonly Span[],
  first: Span,
  pieces: readonly string[],
): Span[] | null {
  const segments = [first]
  for (const words of pieces) {
    const end = segments.at(-1)?.end ?? 0
    const next = findInPart(text, part, words).find(({ start }) => start >= end)
    if (!next) return null
    segments.push(next)
  }
  return segments
}

/** Finds words inside the paragraphs of the part, and not in the text between these paragraphs. */
function findInPart(text: string, part: readonly Span[], words: string): Span[] {
  const within = { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 }
  return findWords(text, words, within).filter(({ start, end }) => {
    const covered = part.filter((piece) => piece.start < end && start < piece.end)
    const gaps = covered.slice(1).map((piece, index) => text.slice(covered[index]?.end, piece.start))
    const [head, tail] = [covered[0], covered.at(-1)]
    return head && tail && head.start <= start && end <= tail.end && gaps.every((gap) => gap.trim() === '')
  })
}
