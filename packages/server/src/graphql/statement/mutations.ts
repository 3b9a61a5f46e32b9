import { deleteStatement, restoreStatement } from '../../record/statement/bin-statement.js'
import { createStatement } from '../../record/statement/create-statement.js'
import { readPatch } from '../../record/statement/read-patch.js'
import { revertStatement } from '../../record/statement/revert-statement.js'
import { updateStatement } from '../../record/statement/update-statement.js'
import { builder } from '../builder.js'
import { mutation, resultUnion } from '../mutation.js'
import { success } from '../written.js'
import { StatementCreateInput, StatementUpdatePatch } from './inputs.js'

export const StatementResult = resultUnion(
  'StatementResult',
  success('Statement'),
  'What came of a write to a statement.',
  ['NotFoundError', 'ConflictError', 'AnchorMismatchError'],
)

const target = () =>
  builder.args((t) => ({
    id: t.id({ required: true, description: 'The statement.' }),
    expectedVersion: t.int({
      required: true,
      description:
        'The `version` that you have read; when it is another one now, the result is ConflictError.',
    }),
  }))

mutation('statementCreate', {
  description:
    'Puts a statement that a person found into the record, as PROPOSED. With an `externalId` it can be repeated: it then brings that statement up to date, unless somebody has reviewed or deleted it.',
  scope: 'editor',
  result: StatementResult,
  args: builder.args((t) => ({
    input: t.field({ type: StatementCreateInput, required: true, description: 'The statement.' }),
  })),
  run: async ({ input: { articleId, externalId = null, ...patch } }, write) => {
    const { fields, threadOfId = null } = readPatch(patch, ['input'])
    const { kind, anchors = [], attributions = [] } = { ...fields, kind: patch.kind }
    const made = { articleId, externalId, threadOfId, fields: { ...fields, kind, anchors, attributions } }
    return write((tools) => createStatement(tools, made))
  },
})

mutation('statementUpdate', {
  description:
    'Changes what is said about a statement. Its review stays as it is. Extraction leaves it alone from then on.',
  scope: 'editor',
  result: StatementResult,
  args: {
    ...target(),
    ...builder.args((t) => ({
      patch: t.field({ type: StatementUpdatePatch, required: true, description: 'What is to change.' }),
    })),
  },
  run: async ({ patch, ...rest }, write) => {
    const read = readPatch(patch, ['patch'])
    return write((tools) => updateStatement(tools, rest, read))
  },
})

mutation('statementRevert', {
  description:
    'Sets what a statement says back to how it was in an earlier version. Its review stays as it is.',
  scope: 'editor',
  result: StatementResult,
  args: {
    ...target(),
    ...builder.args((t) => ({
      toVersion: t.int({ required: true, description: 'The version, as in `revisions`.' }),
    })),
  },
  run: async ({ toVersion, ...rest }, write) => write((tools) => revertStatement(tools, rest, toVersion)),
})

mutation('statementDelete', {
  description:
    'Puts a statement into the bin: it is hidden, stays there until it is restored, and is not proposed again.',
  scope: 'editor',
  result: StatementResult,
  args: target(),
  run: async (args, write) => write((tools) => deleteStatement(tools, args)),
})

mutation('statementRestore', {
  description: 'Takes a statement out of the bin; one that is not in it stays as it is.',
  scope: 'editor',
  result: StatementResult,
  args: builder.args((t) => ({ id: t.id({ required: true, description: 'The statement.' }) })),
  run: async ({ id }, write) => write((tools) => restoreStatement(tools, id)),
})
