import { deleteStatement, restoreStatement } from '../../record/statement/bin-statement.js'
import { createStatement } from '../../record/statement/create-statement.js'
import { readStatementPatch } from '../../record/statement/read-statement-patch.js'
import { revertStatement } from '../../record/statement/revert-statement.js'
import { updateStatement } from '../../record/statement/update-statement.js'
import { mutation, resultUnion } from '../mutation.js'
import { idField, targetFields } from '../target-fields.js'
import { success } from '../written.js'
import { StatementUpdatePatch, statementCreateFields } from './inputs.js'

export const StatementResult = resultUnion(
  'StatementResult',
  success('Statement'),
  'What came of a write to a statement.',
  ['NotFoundError', 'ConflictError', 'AnchorMismatchError'],
)

mutation('statementCreate', {
  description:
    'Puts a statement that a person found into the record, as PROPOSED. With an `externalId` it can be repeated: it then brings that statement up to date, unless somebody has reviewed or deleted it.',
  scope: 'editor',
  result: StatementResult,
  inputDescription: 'A statement that a person found in an article.',
  inputFields: statementCreateFields,
  run: async ({ articleId, externalId = null, ...patch }, transact) => {
    const { fields, threadOfId = null } = readStatementPatch(patch, ['input'])
    const { kind, anchors = [], attributions = [] } = { ...fields, kind: patch.kind }
    const made = { articleId, externalId, threadOfId, fields: { ...fields, kind, anchors, attributions } }
    return transact((write) => createStatement(write, made))
  },
})

mutation('statementUpdate', {
  description:
    'Changes what is said about a statement. Its review stays as it is. Extraction leaves it alone from then on.',
  scope: 'editor',
  result: StatementResult,
  inputDescription: 'A statement, and what is to change of it.',
  inputFields: (t) => ({
    ...targetFields(t, 'statement'),
    patch: t.field({
      type: StatementUpdatePatch,
      required: true,
      description: 'The fields that are to change.',
    }),
  }),
  run: async ({ patch, ...target }, transact) => {
    const read = readStatementPatch(patch, ['input', 'patch'])
    return transact((write) => updateStatement(write, target, read))
  },
})

mutation('statementRevert', {
  description:
    'Sets what a statement says back to how it was in an earlier version. Its review stays as it is.',
  scope: 'editor',
  result: StatementResult,
  inputDescription: 'A statement, and the version that it goes back to.',
  inputFields: (t) => ({
    ...targetFields(t, 'statement'),
    toVersion: t.int({
      required: true,
      description: 'The version that the statement goes back to, from 1: a `version` of its `revisions`.',
    }),
  }),
  run: async ({ toVersion, ...target }, transact) =>
    transact((write) => revertStatement(write, target, toVersion)),
})

mutation('statementDelete', {
  description:
    'Puts a statement into the bin: it is hidden, stays there until it is restored, and is not proposed again.',
  scope: 'editor',
  result: StatementResult,
  inputDescription: 'The statement that goes into the bin.',
  inputFields: (t) => targetFields(t, 'statement'),
  run: async (input, transact) => transact((write) => deleteStatement(write, input)),
})

mutation('statementRestore', {
  description: 'Takes a statement out of the bin; one that is not in it stays as it is.',
  scope: 'editor',
  result: StatementResult,
  inputDescription: 'The statement that comes out of the bin.',
  inputFields: (t) => idField(t, 'statement'),
  run: async ({ id }, transact) => transact((write) => restoreStatement(write, id)),
})
