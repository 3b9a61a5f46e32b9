import { sql } from '../../database/sql.js'
import { encodeGlobalId } from '../../record/global-id.js'
import { addNote, statementNotes, withdrawNote } from '../../record/statement/notes.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { mutation, resultUnion } from '../mutation.js'
import { success } from '../written.js'

builder.prismaNode('StatementNote', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  description: 'What one of the team says to the others about a statement. Nobody else sees it.',
  fields: (t) => ({
    statementId: t.id({
      description: 'Global id of the statement that it is about.',
      select: { statementId: true },
      resolve: ({ statementId }) => encodeGlobalId('Statement', statementId),
    }),
    text: t.exposeString('text', { nullable: true, description: 'The note; null once it was withdrawn.' }),
    author: t.exposeString('author', { description: 'Who wrote it: the name of the key that was used.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'The instant at which it was written.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which it was withdrawn; null while it stands.',
    }),
    withdrawnBy: t.exposeString('withdrawnBy', {
      nullable: true,
      description: 'Who withdrew it; null while it stands.',
    }),
  }),
})

builder.prismaObjectField('Statement', 'notes', (t) =>
  t.field(
    connection(
      { list: statementNotes },
      {
        description: 'What the team says about it among itself, oldest first; empty for everybody else.',
        link: sql`t."statementId" = p.id`,
      },
    ),
  ),
)

const StatementNoteResult = resultUnion(
  'StatementNoteResult',
  success('StatementNote'),
  'What came of a write to a note.',
  ['NotFoundError'],
)

mutation('statementNoteAdd', {
  description: 'Adds a note to a statement, for the team only. The statement itself does not change.',
  scope: ['editor', 'reviewer'],
  result: StatementNoteResult,
  inputDescription: 'A statement, and what is to be said about it.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the statement.' }),
    text: t.string({ required: true, description: 'The note, 1 to 2,000 characters.' }),
  }),
  run: ({ id, text }, transact) =>
    transact(async (write) => ({ id: await addNote(write, id, text), status: 'CREATED' })),
})

mutation('statementNoteWithdraw', {
  description: 'Withdraws a note: its text is deleted; that there was one, and who withdrew it, stays.',
  scope: ['editor', 'reviewer'],
  result: StatementNoteResult,
  inputDescription: 'The note that is withdrawn.',
  inputFields: (t) => ({ id: t.id({ required: true, description: 'Global id of the note.' }) }),
  run: ({ id }, transact) =>
    transact(async (write) => {
      const note = await withdrawNote(write, id)
      return { id: note.id, status: note.isNew ? 'UPDATED' : 'UNCHANGED' }
    }),
})
