import { newId } from '../../database/id.js'
import { sql } from '../../database/sql.js'
import { NotFoundError } from '../errors.js'
import { encodeGlobalId } from '../global-id.js'
import type { List } from '../lists/list.js'
import { uuidIn, wrong } from '../write/input.js'
import { words } from '../write/line.js'
import { lockObject } from '../write/lock.js'
import type { Write } from '../write/write.js'

/** The notes on a statement. Link it to the statement. */
export const statementNotes: List = {
  model: 'StatementNote',
  from: sql`"StatementNote" t`,
  orders: { CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CREATED_AT', direction: 'ASC' },
}

/**
 * Adds a note to a statement. @returns its UUID.
 *
 * @throws InputError when the id is of something else, or the text is empty or longer than 2,000 characters.
 * @throws NotFoundError when no statement has the id.
 */
export async function addNote(
  { tx, actor, record }: Write,
  statementId: string,
  text: string,
): Promise<string> {
  const note = words(text, ['input', 'text'])
  if (note === null) throw wrong(['input', 'text'], 'is empty: write something')
  const statement = await lockObject(tx, 'Statement', statementId, ['input'])
  const id = newId()
  await tx.statementNote.create({ data: { id, statementId: statement.id, text: note, author: actor } })
  record({ type: 'STATEMENT_NOTE', entityId: id, action: 'CREATED', version: null })
  return id
}

/**
 * Withdraws a note: its text is deleted, and that there was one stays. @returns its UUID, and whether it was withdrawn now.
 *
 * @throws InputError when the id is of something else. @throws NotFoundError when no note has it.
 */
export async function withdrawNote({ tx, actor, record }: Write, globalId: string) {
  const id = uuidIn('StatementNote', globalId, ['input', 'id'])
  const { count } = await tx.statementNote.updateMany({
    where: { id, withdrawnAt: null },
    data: { text: null, withdrawnAt: new Date(), withdrawnBy: actor },
  })
  const isThere = count > 0 || (await tx.statementNote.count({ where: { id } })) > 0
  if (!isThere) throw new NotFoundError('StatementNote', encodeGlobalId('StatementNote', id))
  if (count > 0) record({ type: 'STATEMENT_NOTE', entityId: id, action: 'UPDATED', version: null })
  return { id, isNew: count > 0 }
}
