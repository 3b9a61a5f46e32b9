import { type Place, type Relocation, relocate } from '../../text/relocate.js'
import type { AlterationFields, AnchorFields, ReferenceFields } from './statement-fields.js'

/** The text that anchors are to stand in. */
export interface TargetText {
  /** Global id. */
  articleTextId: string
  content: string
}

/** Anchors as they are in another text. */
export interface CarriedAnchors {
  anchors: AnchorFields[]
  /** From the first to the last; null when the words are not there, or not only at one place. */
  place: { start: number; end: number } | null
}

/**
 * Carries a statement's anchors over to another text. When all of its words are found in it, they stand there;
 * otherwise the anchors stay in the text before, marked AMBIGUOUS or ORPHANED for a person to look at.
 *
 * @param surroundings what stands around each anchor in the text before.
 */
export function carryAnchors(
  anchors: readonly AnchorFields[],
  surroundings: readonly Pick<Place, 'prefix' | 'suffix'>[],
  { articleTextId, content }: TargetText,
): CarriedAnchors {
  const relocations = anchors.map((anchor, index): Relocation => {
    const { start, end, status } = anchor
    const stands = status === 'EXACT' || status === 'MOVED'
    if (stands && anchor.articleTextId === articleTextId) return { status, start, end }
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

/** Alterations go where their anchors go. */
export const carryAlterations = (
  alterations: readonly AlterationFields[],
  before: readonly AnchorFields[],
  after: readonly AnchorFields[],
): AlterationFields[] =>
  alterations.map((alteration) => {
    const index = before.findIndex(({ start, end }) => start <= alteration.start && alteration.end <= end)
    const by = (after[index]?.start ?? 0) - (before[index]?.start ?? 0)
    return { ...alteration, start: alteration.start + by, end: alteration.end + by }
  })

/** References to where their words stand in another text; nowhere when that is not one place only. */
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
