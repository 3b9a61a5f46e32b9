import type { StatementChange } from '../statement/save-statements.js'
import type { AnchorFields, StatementFields, StatementState } from '../statement/statement-state.js'
import type { DraftFields } from './draft-fields.js'
import { overlap, type Relocation, relocate } from './reanchor.js'

/** Drafts that cover this much of a statement say it again. */
const SAME = 0.5

/** A statement that an extractor found in a text. */
export interface FoundStatement {
  fields: DraftFields
  confidence: number
}

/** The text that the drafts were found in. */
export interface FoundText {
  /** Global id. */
  articleTextId: string
  content: string
  extractor: string
}

interface Held {
  state: StatementState
  /** The anchors as they are to be. */
  anchors: AnchorFields[]
  /** Where it stands in the text; null when its words are not, or not only at one place. */
  place: { start: number; end: number } | null
}

/** What an extraction means for an article's statements. */
export interface Reconciled {
  changes: StatementChange[]
  /** Found now, and not on record. */
  fresh: FoundStatement[]
  updated: number
  withdrawn: number
}

/**
 * Compares what an extractor finds in an article's newest text with the statements on record.
 *
 * Whatever a person wrote, edited, reviewed or put into the bin stays as it is, and its words are not proposed again.
 * Of proposals that no person has touched, those found again become what is found now, and those not found any more
 * are withdrawn: they go into the bin, from which a later extraction that finds them takes them out again.
 *
 * When the text is new, all statements are carried over to it first: those whose words are all found in it get anchors
 * there; the others keep theirs in the text before, marked AMBIGUOUS or ORPHANED for a person to look at.
 *
 * @param now when what goes into the bin went there.
 */
export function reconcile(
  states: readonly StatementState[],
  found: readonly FoundStatement[],
  text: FoundText,
  now: Date,
): Reconciled {
  const held = states.map((state) => carry(state, text))
  const decided = held.filter(({ state }) => isDecided(state))
  const open = held.filter(({ state, place }) => !isDecided(state) && place !== null)
  const undecided = found.filter((draft) => !decided.some((one) => settles(one, draft)))
  const matches = new Map<Held, FoundStatement>()
  for (const draft of undecided) {
    const best = mostAlike(open, draft, matches)
    if (best) matches.set(best, draft)
  }
  const matched = new Set(matches.values())
  const changes = held.map((one) => changeOf(one, matches.get(one), text, now))
  return {
    changes,
    fresh: undecided.filter((draft) => !matched.has(draft)),
    updated: [...matches].filter(([one, draft]) => differs(one, draft)).length,
    withdrawn: changes.filter(({ action }) => action === 'DELETED').length,
  }
}

/** Whether a person had a hand in it, or another data set: nothing an extractor may touch. */
const isDecided = ({ method, reviewedAt, editedAt, facts }: StatementState) =>
  !['RULE', 'MODEL'].includes(method) ||
  reviewedAt !== null ||
  editedAt !== null ||
  facts.reviewStatus !== 'PROPOSED'

function carry(state: StatementState, { articleTextId, content }: FoundText): Held {
  const { anchors } = state.fields
  const relocations = anchors.map((anchor, index): Relocation => {
    const around = state.surroundings[index] ?? { prefix: '', suffix: '' }
    const { start, end, status } = anchor
    const stands = status === 'EXACT' || status === 'MOVED'
    if (stands && anchor.articleTextId === articleTextId) return { status, start, end }
    return relocate({ ...anchor, ...around }, content)
  })
  const places = relocations.flatMap((relocation) => ('start' in relocation ? [relocation] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first && last && places.length === anchors.length && inOrder(places)) {
    const moved = places.map((place, index) => {
      const { exact } = anchors[index] as AnchorFields
      return { articleTextId, start: place.start, end: place.end, exact, status: place.status }
    })
    return { state, anchors: moved, place: { start: first.start, end: last.end } }
  }
  const lost = relocations.some(({ status }) => status === 'ORPHANED') ? 'ORPHANED' : 'AMBIGUOUS'
  return { state, anchors: anchors.map((anchor) => ({ ...anchor, status: lost })), place: null }
}

const inOrder = (places: readonly { start: number; end: number }[]) =>
  places.every((place, index) => index === 0 || (places[index - 1]?.end ?? 0) <= place.start)

const spanOf = ({ fields: { anchors } }: FoundStatement) => ({
  start: anchors[0]?.start ?? 0,
  end: anchors.at(-1)?.end ?? 0,
})

/** Whether a decision about a statement is one about the draft, too. */
function settles({ state, anchors, place }: Held, draft: FoundStatement): boolean {
  const sameWords = words(anchors) === words(draft.fields.anchors)
  // Nobody can say which of several places it was: the words are on record, and wait for a person.
  if (!place) return sameWords
  if (overlap(place, spanOf(draft)) < SAME) return false
  const { rejectionReason } = state.facts
  if (rejectionReason === 'WRONG_WORDS') return sameWords
  if (rejectionReason === 'WRONG_SPEAKER') return speaker(state.fields) === speaker(draft.fields)
  return true
}

const words = (anchors: readonly AnchorFields[]) => JSON.stringify(anchors.map(({ exact }) => exact))
const speaker = ({ attributions: [first] }: Pick<DraftFields, 'attributions'>) =>
  first?.speakerId ?? first?.asWritten

function mostAlike(open: readonly Held[], draft: FoundStatement, taken: ReadonlyMap<Held, unknown>) {
  const candidates = open
    .filter((one) => !taken.has(one))
    .map((one) => ({ one, alike: overlap(one.place ?? { start: 0, end: 0 }, spanOf(draft)) }))
    .filter(({ alike }) => alike >= SAME)
    .sort((a, b) => b.alike - a.alike)
  return candidates[0]?.one
}

function changeOf(
  held: Held,
  draft: FoundStatement | undefined,
  text: FoundText,
  now: Date,
): StatementChange {
  const { state, anchors, place } = held
  const moved = { anchors, ...shifted(state, anchors) }
  if (draft) {
    const facts = differs(held, draft) ? { agent: text.extractor, confidence: draft.confidence } : {}
    const action = state.facts.deletedAt === null ? 'UPDATED' : 'RESTORED'
    return {
      state,
      action,
      fields: { ...moved, ...better(held, draft) },
      facts: { ...facts, deletedAt: null },
    }
  }
  const gone = place !== null && !isDecided(state) && state.facts.deletedAt === null
  if (!gone) return { state, action: 'UPDATED', fields: moved }
  return {
    state,
    action: 'DELETED',
    note: `not found any more by ${text.extractor}`,
    fields: moved,
    facts: { deletedAt: now },
  }
}

/** The draft's fields; at the same places the anchors keep how they came there. */
function better({ anchors, state }: Held, { fields }: FoundStatement): Partial<StatementFields> {
  const places = (of: readonly AnchorFields[]) => JSON.stringify(of.map(({ start, end }) => [start, end]))
  if (places(anchors) === places(fields.anchors)) return { ...fields, anchors }
  return { ...fields, alterations: within(state.fields.alterations, fields.anchors) }
}

const differs = (held: Held, draft: FoundStatement): boolean => {
  const { state } = held
  const is = { ...better(held, draft), confidence: draft.confidence }
  const was = { ...state.fields, anchors: held.anchors, confidence: state.facts.confidence }
  return Object.entries(is).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
  )
}

/** Alterations go where their anchors go. */
function shifted({ fields }: StatementState, anchors: readonly AnchorFields[]) {
  const alterations = fields.alterations.map((alteration) => {
    const index = fields.anchors.findIndex(
      ({ start, end }) => start <= alteration.start && alteration.end <= end,
    )
    const by = (anchors[index]?.start ?? 0) - (fields.anchors[index]?.start ?? 0)
    return { ...alteration, start: alteration.start + by, end: alteration.end + by }
  })
  return { alterations }
}

/** Alterations that stand inside anchors. */
export const within = <Range extends { start: number; end: number }>(
  ranges: readonly Range[],
  anchors: readonly AnchorFields[],
): Range[] =>
  ranges.filter((range) => anchors.some(({ start, end }) => start <= range.start && range.end <= end))
