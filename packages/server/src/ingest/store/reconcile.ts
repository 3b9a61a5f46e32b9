import {
  type CarriedAnchors,
  carryAlterations,
  carryAnchors,
  carryReferences,
  type TargetText,
} from '../../record/statement/carry-anchors.js'
import type { StatementChange } from '../../record/statement/save-statements.js'
import type { AnchorFields, StatementFields } from '../../record/statement/statement-fields.js'
import type { StatementState } from '../../record/statement/statement-state.js'
import { overlap } from '../../text/relocate.js'
import type { DraftFields } from './draft-fields.js'

/** The smallest overlap at which a draft and a statement are the same. */
const MIN_OVERLAP = 0.5

/** A statement that an extractor found in a text. */
export interface FoundStatement {
  /** The UUID that it gets when it is new. */
  id: string
  fields: DraftFields
  confidence: number
}

/** The text in which the drafts were found. */
export interface FoundText extends TargetText {
  extractor: string
}

/** A statement on record, carried over to the text. */
interface CarriedStatement extends CarriedAnchors {
  state: StatementState
}

/** What an extraction changes about an article's statements. */
export interface Reconciled {
  changes: StatementChange[]
  /** Statements that were found and are not on record. */
  fresh: FoundStatement[]
  /** Found statements that are proposals on record, with the UUIDs of these proposals. */
  matched: ReadonlyMap<FoundStatement, string>
  /** Number of proposals that change. */
  updated: number
  /** Number of proposals that go into the bin. */
  withdrawn: number
}

/**
 * Compares what an extractor finds in an article's newest text with the statements on record.
 *
 * A statement that a person wrote, edited, reviewed or put into the bin stays as it is, and its words are not proposed
 * again. A proposal that no person has touched becomes what the extractor finds now. When the extractor no longer finds
 * it, the proposal goes into the bin; a later extraction that finds it takes it out again.
 *
 * When the text is new, all statements are carried over to it first. A statement whose words are all found in the new
 * text gets anchors there. The others keep their anchors in the old text, marked AMBIGUOUS or ORPHANED for a person to
 * look at. Words that cite a document are looked for in the same way, and have no place when they are not found.
 *
 * @param now the time at which statements go into the bin.
 */
export function reconcile(
  states: readonly StatementState[],
  found: readonly FoundStatement[],
  text: FoundText,
  now: Date,
): Reconciled {
  const carried = states.map((state) => carry(state, text))
  const decided = carried.filter(({ state }) => isDecided(state))
  const open = carried.filter(({ state, place }) => !isDecided(state) && place !== null)
  const undecided = found.filter((draft) => !decided.some((one) => settles(one, draft)))
  const matches = new Map<CarriedStatement, FoundStatement>()
  for (const draft of undecided) {
    const best = bestMatch(open, draft, matches)
    if (best) matches.set(best, draft)
  }
  const matched = new Map([...matches].map(([{ state }, draft]) => [draft, state.id]))
  const changes = carried.map((one) => changeOf(one, matches.get(one), text, now))
  return {
    changes,
    fresh: undecided.filter((draft) => !matched.has(draft)),
    matched,
    updated: [...matches].filter(([one, draft]) => differs(one, draft)).length,
    withdrawn: changes.filter(({ action }) => action === 'DELETED').length,
  }
}

/** Whether a statement comes from a person or another data set, or was edited or reviewed: no extractor may change it. */
export const isDecided = ({ method, reviewedAt, editedAt, facts }: StatementState) =>
  !['RULE', 'MODEL'].includes(method) ||
  reviewedAt !== null ||
  editedAt !== null ||
  facts.reviewStatus !== 'PROPOSED'

const carry = (state: StatementState, text: FoundText): CarriedStatement => ({
  state,
  ...carryAnchors(state.fields.anchors, state.surroundings, text),
})

const spanOf = ({ fields: { anchors } }: FoundStatement) => ({
  start: anchors[0]?.start ?? 0,
  end: anchors.at(-1)?.end ?? 0,
})

/** Whether the decision about a statement also holds for a draft. */
function settles({ state, anchors, place }: CarriedStatement, draft: FoundStatement): boolean {
  const sameWords = words(anchors) === words(draft.fields.anchors)
  // The place is unknown or ambiguous, so only the words count. They wait for a person to look at them.
  if (!place) return sameWords
  if (overlap(place, spanOf(draft)) < MIN_OVERLAP) return false
  const { rejectionReason } = state.facts
  if (rejectionReason === 'WRONG_WORDS') return sameWords
  if (rejectionReason === 'WRONG_SPEAKER') return speaker(state.fields) === speaker(draft.fields)
  return true
}

const words = (anchors: readonly AnchorFields[]) => JSON.stringify(anchors.map(({ exact }) => exact))
const speaker = ({ attributions: [first] }: Pick<DraftFields, 'attributions'>) =>
  first?.speakerId ?? first?.asWritten

function bestMatch(
  open: readonly CarriedStatement[],
  draft: FoundStatement,
  taken: ReadonlyMap<CarriedStatement, unknown>,
) {
  const candidates = open
    .filter((one) => !taken.has(one))
    .map((one) => ({ one, alike: overlap(one.place ?? { start: 0, end: 0 }, spanOf(draft)) }))
    .filter(({ alike }) => alike >= MIN_OVERLAP)
    .sort((a, b) => b.alike - a.alike)
  return candidates[0]?.one
}

function changeOf(
  carried: CarriedStatement,
  draft: FoundStatement | undefined,
  text: FoundText,
  now: Date,
): StatementChange {
  const { state, anchors, place } = carried
  const { alterations, anchors: before, references } = state.fields
  const moved = {
    anchors,
    alterations: carryAlterations(alterations, before, anchors),
    references: carryReferences(references, text.content),
  }
  if (draft) {
    const facts = differs(carried, draft) ? { agent: text.extractor, confidence: draft.confidence } : {}
    const action = state.facts.deletedAt === null ? 'UPDATED' : 'RESTORED'
    return {
      state,
      action,
      fields: { ...moved, ...foundFields(carried, draft) },
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

/** The fields of the draft. Anchors at the same places keep their status. */
function foundFields({ anchors }: CarriedStatement, { fields }: FoundStatement): Partial<StatementFields> {
  const places = (of: readonly AnchorFields[]) => JSON.stringify(of.map(({ start, end }) => [start, end]))
  return places(anchors) === places(fields.anchors) ? { ...fields, anchors } : { ...fields }
}

const differs = (carried: CarriedStatement, draft: FoundStatement): boolean => {
  const { state } = carried
  const is = { ...foundFields(carried, draft), confidence: draft.confidence }
  const was = { ...state.fields, anchors: carried.anchors, confidence: state.facts.confidence }
  return Object.entries(is).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
  )
}
