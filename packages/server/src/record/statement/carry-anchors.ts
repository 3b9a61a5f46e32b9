import { type Place, type Relocation, relocate } from '../../text/relocate.js'
import type { AlterationFields, AnchorFields, ReferenceFields } from './statement-fields.js'

/** The text that anchors are carried to. */
export interface TargetText {
  /** Global id. */
  articleTextId: string
  content: string
}

/** The anchors of one statement after carrying them to another text. */
export interface CarriedAnchors {
  anchors: AnchorFields[]
  /**
   * From the start of the first anchor to the end of the last; null when the words were not found at one place only.
   */
  place: { start: number; end: number } | null
}

/**
 * Carries a statement's anchors to another text. When that text has all words of the statement, in order, the anchors
 * point there. Otherwise they keep pointing into the earlier text, marked AMBIGUOUS or ORPHANED for a person to check.
 *
 * @param surroundings the text before and after each anchor in the earlier text.
 */
export function carryAnchors(
  anchors: readonly AnchorFields[],
  surroundings: readonly Pick<Place, 'prefix' | 'suffix'>[],
  { articleTextId, content }: TargetText,
): CarriedAnchors {
  const relocations = anchors.map((anchor, index): Relocation => {
    const { start, end, status } = anchor
    const wasFound = status === 'EXACT' || status === 'MOVED'
    if (wasFound && anchor.articleTextId === articleTextId) return { status, start, end }
    return relocate({ ...anchor, ...(surroundings[index] ?? { prefix: '', suffix: '' }) }, content)
  })
  const places = relocations.flatMap((relocation) => ('start' in relocation ? [relocation] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first && last && places.length === anchors.length && inOrder(places)) {
    const carried = places.map(({ start, end, status }, index) => {
      const { exact } = anchors[index] as AnchorFields
      return { articleTextId, start, end, exact, status }
    })
    return { anchors: carried, place: { start: first.start, end: last.end } }
  }
  const status = relocations.some((relocation) => relocation.status === 'ORPHANED') ? 'ORPHANED' : 'AMBIGUOUS'
  return { anchors: anchors.map((anchor) => ({ ...anchor, status })), place: null }
}

const inOrder = (places: readonly { start: number; end: number }[]) =>
  places.every((place, index) => index === 0 || (places[index - 1]?.end ?? 0) <= place.start)

/** Moves each alteration by as many characters as its anchor moved. */
export const carryAlterations = (
  alterations: readonly AlterationFields[],
  before: readonly AnchorFields[],
  after: readonly AnchorFields[],
): AlterationFields[] =>
  alterations.map((alteration) => {
    const index = before.findIndex(({ start, end }) => start <= alteration.start && alteration.end <= end)
    const shift = (after[index]?.start ?? 0) - (before[index]?.start ?? 0)
    return { ...alteration, start: alteration.start + shift, end: alteration.end + shift }
  })

/**
 * Moves references to their words in another text. A reference whose words are not at one place only loses its place.
 */
export const carryReferences = (references: readonly ReferenceFields[], content: string): ReferenceFields[] =>
  references.map((reference) => {
    const { start, end, asWritten: exact } = reference
    if (start === null || end === null) return reference
    const place = relocate({ start, end, exact, prefix: '', suffix: '' }, content)
    return 'start' in place
      ? { ...reference, start: place.start, end: place.end }
      : { ...reference, start: null, end: null }
  })

/** The alterations that stand inside anchors. */
export const alterationsWithin = (
  alterations: readonly AlterationFields[],
  anchors: readonly AnchorFields[],
): AlterationFields[] =>
  alterations.filter((alteration) =>
    anchors.some(({ start, end }) => start <= alteration.start && alteration.end <= end),
  )
