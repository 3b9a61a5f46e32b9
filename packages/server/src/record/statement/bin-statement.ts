import { NotFoundError } from '../errors.js'
import { uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { Outcome } from '../write/outcome.js'
import type { Write } from '../write/write.js'
import { expectState } from './expect-state.js'
import { saveStatements } from './save-statements.js'
import { loadStatements } from './statement-state.js'
import { lockArticleOf } from './update-statement.js'

/** Puts a statement into the bin until somebody restores it. No extraction proposes its words again. */
export async function deleteStatement(write: Write, target: Target): Promise<Outcome> {
  const id = uuidIn('Statement', target.id, ['input', 'id'])
  const state = expectState(await loadStatements(write.tx, { ids: [id] }), target)
  const now = new Date()
  const facts = { deletedAt: now }
  await saveStatements(write, [{ state, action: 'DELETED', facts, marks: { editedAt: now } }])
  return { id, status: 'UPDATED' }
}

/** Takes a statement out of the bin. A statement that is not in the bin stays as it is. */
export async function restoreStatement(write: Write, globalId: string): Promise<Outcome> {
  const id = uuidIn('Statement', globalId, ['input', 'id'])
  const article = await lockArticleOf(write.tx, id)
  const [state] = await loadStatements(write.tx, { ids: [id] })
  if (!state) throw new NotFoundError('Statement', globalId)
  if (state.facts.deletedAt === null) return { id, status: 'UNCHANGED' }
  if (article?.deletedAt)
    throw wrong(['input', 'id'], 'is of a Statement in an Article in the bin: restore the article')
  const facts = { deletedAt: null }
  await saveStatements(write, [{ state, action: 'RESTORED', facts, marks: { editedAt: new Date() } }])
  return { id, status: 'UPDATED' }
}
