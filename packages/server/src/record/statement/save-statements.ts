import { raw, sql } from '../../database/sql.js'
import type { RevisionAction } from '../../generated/prisma/enums.js'
import { type FieldChange, fieldChanges } from '../history/field-changes.js'
import type { Write } from '../write/write.js'
import { columnsOf, FIELD_COLUMNS } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { type PartOptions, storeParts } from './statement-parts.js'
import type { StatementFacts, StatementState } from './statement-state.js'

/** A change to one statement. What is absent stays as it is. */
export interface StatementChange {
  state: StatementState
  action: RevisionAction
  note?: string | null
  fields?: Partial<StatementFields>
  facts?: Partial<StatementFacts>
  /** Set together with the change; a difference in these alone is no change. */
  marks?: Partial<Marks>
}

/** Who reviewed or edited a statement, and when. */
type Marks = Pick<StatementState, 'reviewedAt' | 'reviewedBy' | 'editedAt'>

/**
 * Changes statements that `loadStatements` has locked. Each changed statement gets a new version, a revision and an
 * entry in the change log; the number of SQL statements does not grow with their number. A statement that does not
 * differ gets no new version. Neither does one whose words stand at the same place in a newer text: its readers see no
 * change.
 *
 * @returns the ids of the statements that have a new version.
 */
export async function saveStatements(
  { tx, record }: Pick<Write, 'tx' | 'record'>,
  changes: readonly StatementChange[],
  options: Omit<PartOptions, 'fresh' | 'links'> = {},
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
    differences.some(({ field }) => field !== 'anchors' || !hasSamePlaces(change)),
  )
  if (saved.length > 0) await updateRows(tx, saved)
  await storeParts(tx, all.map(changedParts), options)
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

/** Whether the new anchors differ from the old ones at most in the text that they point into. */
function hasSamePlaces({ state, fields }: StatementChange): boolean {
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

/** The columns of "Statement" that can change but hold no field. */
const OTHER_COLUMNS = [
  'agent',
  'confidence',
  'reviewStatus',
  'rejectionReason',
  'reviewNote',
  'deletedAt',
  'reviewedAt',
  'reviewedBy',
  'editedAt',
] as const satisfies readonly (keyof StatementFacts | keyof Marks)[]

const ASSIGNMENTS = raw(
  [...FIELD_COLUMNS, ...OTHER_COLUMNS].map((column) => `"${column}" = n."${column}"`).join(', '),
)

/** Writes every changeable column of all statements with one SQL statement. */
async function updateRows(tx: Write['tx'], changes: readonly StatementChange[]): Promise<void> {
  const rows = changes.map(({ state, fields, facts, marks }) => {
    const { reviewedAt, reviewedBy, editedAt } = { ...state, ...marks }
    return {
      ...{ id: state.id, ...columnsOf({ ...state.fields, ...fields }) },
      ...{ ...state.facts, ...facts, reviewedAt, reviewedBy, editedAt },
    }
  })
  await tx.$executeRaw(sql`
    UPDATE "Statement" s SET version = s.version + 1, "updatedAt" = now(), ${ASSIGNMENTS}
    FROM jsonb_populate_recordset(NULL::"Statement", ${JSON.stringify(rows)}::jsonb) n
    WHERE s.id = n.id`)
}
