import type { Transaction } from '../../database/database.js'
import { placeOf } from '../../text/relocate.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import type { FieldChange } from '../history/field-changes.js'
import { uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { Outcome } from '../write/outcome.js'
import type { Write } from '../write/write.js'
import { carryAlterations, carryAnchors, carryReferences } from './carry-anchors.js'
import { expectState } from './expect-state.js'
import { STATEMENT_FIELD_ENTRIES } from './field-table.js'
import type { StatementFields } from './statement-fields.js'
import { loadStatements, type StatementState } from './statement-state.js'
import { changeFields, lockArticleOf } from './update-statement.js'

const PATH = ['input', 'toVersion']

/**
 * Sets the fields of a statement back to their values in an earlier version. Its review status stays, because a review
 * is not an edit. Anchors in an earlier text are carried to the newest text, as an ingest does.
 */
export async function revertStatement(write: Write, target: Target, toVersion: number): Promise<Outcome> {
  const { tx } = write
  const id = uuidIn('Statement', target.id, ['input', 'id'])
  const article = await lockArticleOf(tx, id)
  const state = expectState(await loadStatements(tx, { ids: [id] }), target)
  if (state.version === 1) {
    throw wrong(
      PATH,
      `is ${toVersion}, but the statement has only its first version: there is nothing to revert`,
    )
  }
  if (toVersion < 1 || toVersion >= state.version) {
    throw wrong(PATH, `is ${toVersion}: pass a version from 1 to ${state.version - 1}`)
  }
  const fields = await fieldsAt(tx, state, toVersion)
  if (article && (fields.anchors || fields.references)) await carryOver(tx, article.currentTextId, fields)
  const note = `to version ${toVersion}`
  return changeFields(write, article, state, fields, PATH, 'REVERTED', [], note)
}

/** The fields that have changed since a version, with the values that they had in it. */
async function fieldsAt(
  tx: Transaction,
  state: StatementState,
  toVersion: number,
): Promise<Partial<StatementFields>> {
  const revisions = await tx.revision.findMany({
    where: { type: 'STATEMENT', entityId: state.id, version: { gt: toVersion } },
    select: { version: true, changes: true },
    orderBy: { version: 'asc' },
  })
  if (revisions.length < state.version - toVersion) {
    const first = revisions[0]?.version ?? state.version
    throw wrong(PATH, `is ${toVersion}, but the history begins later: pass ${first} or more`)
  }
  const changes = revisions.flatMap(({ changes }) => changes as unknown as FieldChange[])
  return Object.fromEntries(
    STATEMENT_FIELD_ENTRIES.flatMap(([name, { isText }]) => {
      const first = changes.find(({ field }) => field === name)
      if (!first) return []
      const { before } = first
      return [[name, before === null || isText ? before : JSON.parse(before)]]
    }),
  ) as Partial<StatementFields>
}

/** Moves anchors, alterations and references to the newest text, where that has their words. */
async function carryOver(tx: Transaction, textId: string, fields: Partial<StatementFields>): Promise<void> {
  const { anchors, references } = fields
  const ids = [...new Set([textId, ...(anchors ?? []).map(({ articleTextId }) => uuidOf(articleTextId))])]
  const texts = await tx.articleText.findMany({
    where: { id: { in: ids } },
    select: { id: true, content: true },
  })
  const contents = new Map(texts.map(({ id, content }) => [id, content]))
  const content = contents.get(textId) ?? ''
  if (references) fields.references = carryReferences(references, content)
  if (!anchors) return
  const surroundings = anchors.map(({ articleTextId, start, end }) =>
    placeOf(contents.get(uuidOf(articleTextId)) ?? '', start, end),
  )
  const text = { articleTextId: encodeGlobalId('ArticleText', textId), content }
  fields.anchors = carryAnchors(anchors, surroundings, text).anchors
  if (fields.alterations) {
    fields.alterations = carryAlterations(fields.alterations, anchors, fields.anchors)
  }
}
