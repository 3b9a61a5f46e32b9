import { fuzzyColumns } from '../../dates/date-columns.js'
import type { RevisionAction } from '../../generated/prisma/enums.js'
import { uuidOf } from '../global-id.js'
import { type FieldChange, fieldChanges } from '../history/field-changes.js'
import type { Write } from '../write/write.js'
import { type Contents, storeParts } from './statement-parts.js'
import type { StatementFacts, StatementFields, StatementState } from './statement-state.js'

/** What is to become of one statement. What is absent stays as it is. */
export interface StatementChange {
  state: StatementState
  action: RevisionAction
  note?: string | null
  fields?: Partial<StatementFields>
  facts?: Partial<StatementFacts>
  /** Set now, without being a change by itself: who reviewed or edited, and when. */
  marks?: Partial<Pick<StatementState, 'reviewedAt' | 'reviewedBy' | 'editedAt'>>
}

/** Between the parts of a broken quotation: the reporter's words are left out. */
export const GAP = ' […] '

/** The statement's text and place, which follow from its anchors. */
export const wordsOf = ({ anchors }: Pick<StatementFields, 'anchors'>) => ({
  text: anchors.map(({ exact }) => exact).join(GAP),
  position: anchors[0]?.start ?? 0,
})

/** The columns of when it was said. */
export const saidColumns = (said: StatementFields['saidAt']) => ({
  ...fuzzyColumns('said', said),
  saidAsWritten: said?.asWritten ?? null,
})

/**
 * Changes statements that `loadStatements` locked: one version, one revision and one entry of the log each, with a
 * fixed number of SQL statements for all of them together. Those of which nothing differs are left alone. Words that
 * stand at the same place in a newer text make no version either: to whoever reads the statement, nothing changed.
 *
 * @param contents of texts that are known already.
 * @returns the ids of those that have a new version.
 */
export async function saveStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  changes: readonly StatementChange[],
  contents?: Contents,
): Promise<string[]> {
  const all = changes.map((change) => {
    const { state, fields = {}, facts = {} } = change
    const differences = [
      ...fieldChanges({ ...state.fields }, { ...fields }),
      ...fieldChanges(textual(state.facts), textual(facts)),
    ]
    return { ...change, differences }
  })
  const saved = all.filter(({ differences, ...change }) =>
    differences.some(({ field }) => field !== 'anchors' || !standsAlike(change)),
  )
  if (saved.length > 0) await updateRows(tx, saved)
  await storeParts(tx, all.map(changedParts), contents ? { contents } : {})
  record(
    ...saved.map(({ state, action, note = null, differences }) => ({
      type: 'STATEMENT' as const,
      entityId: state.id,
      action,
      version: state.version + 1,
      changes: differences,
      note,
    })),
  )
  return saved.map(({ state }) => state.id)
}

/** Whether its anchors are what they were but for the text that they count in. */
function standsAlike({ state, fields }: StatementChange): boolean {
  const places = (anchors: StatementFields['anchors'] = []) =>
    JSON.stringify(anchors.map(({ articleTextId: _, ...place }) => place))
  return places(state.fields.anchors) === places(fields?.anchors)
}

function changedParts({ state, fields = {}, differences }: StatementChange & { differences: FieldChange[] }) {
  const changed = new Set(differences.map(({ field }) => field))
  const parts = Object.entries(fields).filter(([field]) => changed.has(field))
  return { id: state.id, articleId: state.articleId, fields: Object.fromEntries(parts) }
}

const textual = ({ confidence, deletedAt, ...facts }: Partial<StatementFacts>) => ({
  ...facts,
  ...(confidence === undefined ? {} : { confidence }),
  ...(deletedAt === undefined ? {} : { deletedAt: deletedAt?.toISOString() ?? null }),
})

/** All columns that can change, of all statements at once. */
async function updateRows(tx: Write['tx'], changes: readonly StatementChange[]): Promise<void> {
  const rows = changes.map(({ state, fields, facts, marks }) => {
    const is = { ...state.fields, ...fields }
    const { reviewedAt, reviewedBy, editedAt } = { ...state, ...marks }
    return {
      ...{ id: state.id, kind: is.kind, medium: is.medium, ...wordsOf(is), ...saidColumns(is.saidAt) },
      eventId: is.eventId && uuidOf(is.eventId),
      eventPhase: is.eventPhase,
      placeId: is.placeId && uuidOf(is.placeId),
      withinId: is.withinId && uuidOf(is.withinId),
      threadId: is.threadId && uuidOf(is.threadId),
      ...{ ...state.facts, ...facts, reviewedAt, reviewedBy, editedAt },
    }
  })
  await tx.$executeRaw`
    UPDATE "Statement" s SET version = s.version + 1, "updatedAt" = now(),
      kind = n.kind, medium = n.medium, text = n.text, position = n.position,
      "saidEdtf" = n."saidEdtf", "saidEarliest" = n."saidEarliest", "saidLatest" = n."saidLatest",
      "saidPrecision" = n."saidPrecision", "saidBasis" = n."saidBasis", "saidAsWritten" = n."saidAsWritten",
      "eventId" = n."eventId", "eventPhase" = n."eventPhase", "placeId" = n."placeId",
      "withinId" = n."withinId", "threadId" = n."threadId",
      agent = n.agent, confidence = n.confidence, "reviewStatus" = n."reviewStatus",
      "rejectionReason" = n."rejectionReason", "reviewNote" = n."reviewNote",
      "reviewedAt" = n."reviewedAt", "reviewedBy" = n."reviewedBy", "editedAt" = n."editedAt",
      "deletedAt" = n."deletedAt"
    FROM jsonb_populate_recordset(NULL::"Statement", ${JSON.stringify(rows)}::jsonb) n
    WHERE s.id = n.id`
}
