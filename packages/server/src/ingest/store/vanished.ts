import { GAP } from '../../record/statement/field-table.js'
import type { StatementChange } from '../../record/statement/save-statements.js'

/** A verified statement with words that the article's newest text does not have. */
export interface VanishedStatement {
  /** Its UUID. */
  id: string
  text: string
  /** Its first speaker as printed; null when there is none. */
  speaker: string | null
}

/** The verified statements among changed ones whose words are not all found in the new text. */
export const vanished = (changes: readonly StatementChange[]): VanishedStatement[] =>
  changes.flatMap(({ state, fields }) => {
    const isLost = fields?.anchors?.some(({ status }) => status === 'ORPHANED') ?? false
    const { reviewStatus, deletedAt } = state.facts
    if (!isLost || reviewStatus !== 'VERIFIED' || deletedAt !== null) return []
    const { anchors, attributions } = state.fields
    const text = anchors.map(({ exact }) => exact).join(GAP)
    return [{ id: state.id, text, speaker: attributions[0]?.asWritten ?? null }]
  })
