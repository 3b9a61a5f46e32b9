import type { Transaction } from '../../database/database.js'
import { newId } from '../../database/id.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { uuidIn, wrong } from '../write/input.js'
import type { Target } from '../write/lock.js'
import type { Outcome } from '../write/outcome.js'
import type { Write } from '../write/write.js'
import { alterationsWithin } from './carry-anchors.js'
import { checkFields, type LockedArticle } from './check-fields.js'
import { expectState } from './expect-state.js'
import type { ReadStatementPatch } from './read-statement-patch.js'
import { type StatementChange, saveStatements } from './save-statements.js'
import type { StatementFields } from './statement-fields.js'
import { loadStatements, type StatementState } from './statement-state.js'

/** Changes the fields of a statement. */
export async function updateStatement(
  write: Write,
  target: Target,
  { fields, threadOfId }: ReadStatementPatch,
): Promise<Outcome> {
  const { tx } = write
  const id = uuidIn('Statement', target.id, ['input', 'id'])
  const path = ['input', 'patch']
  const other = threadOfId == null ? null : uuidIn('Statement', threadOfId, [...path, 'threadOfId'])
  const article = await lockArticleOf(tx, id)
  const states = await loadStatements(tx, { ids: other ? [id, other] : [id] })
  const state = expectState(states, target)
  const thread = other ? await joinThread(tx, state, states, other, [...path, 'threadOfId']) : null
  return changeFields(
    write,
    article,
    state,
    { ...fields, ...thread?.fields },
    path,
    'UPDATED',
    thread?.others,
  )
}

/** Locks the article of a statement. Call this before locking the statement: an ingest locks in the same order. */
export async function lockArticleOf(
  tx: Transaction,
  statementId: string,
): Promise<LockedArticle | undefined> {
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    SELECT id::text, "currentTextId"::text, language, "deletedAt" FROM "Article"
    WHERE id = (SELECT "articleId" FROM "Statement" WHERE id = ${statementId}::uuid) FOR NO KEY UPDATE`
  return article
}

/**
 * Puts a statement into the thread of another statement. When neither has a thread, a new one is made for both.
 *
 * @param state the statement that joins.
 * @param states all locked statements, the other one among them.
 * @param otherId UUID of the other statement.
 * @returns the fields to change in the statement, and the changes to other statements.
 */
export async function joinThread(
  tx: Transaction,
  state: { id: string; articleId: string; fields: Pick<StatementFields, 'threadId'> },
  states: readonly StatementState[],
  otherId: string,
  path: string[],
): Promise<{ fields: Partial<StatementFields>; others: StatementChange[] }> {
  const other = states.find(({ id }) => id === otherId)
  if (!other || other.facts.deletedAt !== null) {
    throw wrong(path, 'is of no Statement that is there: pass the id of one that is')
  }
  if (other.id === state.id) throw wrong(path, 'is the statement itself: pass another one of its thread')
  if (other.articleId !== state.articleId) {
    throw wrong(path, 'is of another article: pass a statement of the same one')
  }
  let threadId = other.fields.threadId ?? state.fields.threadId
  if (threadId === null) {
    const { id } = await tx.statementThread.create({ data: { id: newId() }, select: { id: true } })
    threadId = encodeGlobalId('StatementThread', id)
  }
  const fields = { threadId }
  return { fields, others: [{ state: other, action: 'UPDATED', fields, marks: { editedAt: new Date() } }] }
}

/**
 * Changes fields of a statement, as an edit by a person.
 *
 * @param path where the fields stand in the input.
 * @param others changes to other statements that are saved with this one.
 */
export async function changeFields(
  write: Write,
  article: LockedArticle | undefined,
  state: StatementState,
  given: Partial<StatementFields>,
  path: string[],
  action: StatementChange['action'],
  others: StatementChange[] = [],
  note: string | null = null,
): Promise<Outcome> {
  if (!article) throw new Error(`no article of the statement ${state.id}`)
  const { fields, contents } = await checkFields(write.tx, article, state.id, given, path)
  keepMachineValues(state.fields, fields)
  checkPhase({ ...state.fields, ...fields }, path)
  if (fields.anchors && !fields.alterations) {
    fields.alterations = alterationsWithin(state.fields.alterations, fields.anchors)
  }
  const change = { state, action, fields, note, marks: { editedAt: new Date() } }
  const changed = await saveStatements(write, [change, ...others], { contents })
  await unlinkSpeakers(write.tx, state, fields)
  return { id: state.id, status: changed.includes(state.id) ? 'UPDATED' : 'UNCHANGED' }
}

/** @throws InputError when a statement has a phase but no event. */
export function checkPhase({ eventId, eventPhase }: StatementFields, path: string[]): void {
  if (eventPhase !== null && eventId === null) {
    throw wrong([...path, 'eventPhase'], 'is of no event: pass eventId, too, or leave it out')
  }
}

/**
 * Keeps what a person cannot pass, the status of an anchor and the confidence of an attribution, where they pass an
 * anchor or attribution again without a change.
 */
function keepMachineValues(before: StatementFields, fields: Partial<StatementFields>): void {
  const placeOf = ({ status: _, ...place }: StatementFields['anchors'][number]) => JSON.stringify(place)
  const saysOf = ({ confidence: _, ...says }: StatementFields['attributions'][number]) => JSON.stringify(says)
  const anchors = new Map(before.anchors.map((anchor) => [placeOf(anchor), anchor]))
  const attributions = new Map(before.attributions.map((attribution) => [saysOf(attribution), attribution]))
  if (fields.anchors) fields.anchors = fields.anchors.map((anchor) => anchors.get(placeOf(anchor)) ?? anchor)
  if (fields.attributions) {
    fields.attributions = fields.attributions.map((one) => attributions.get(saysOf(one)) ?? one)
  }
}

/** Unlinks from the article those speakers whom none of its statements is attributed to any more. */
async function unlinkSpeakers(
  tx: Transaction,
  state: StatementState,
  { attributions }: Partial<StatementFields>,
): Promise<void> {
  if (!attributions) return
  const speaking = new Set(attributions.map(({ speakerId }) => speakerId))
  const gone = state.fields.attributions.flatMap(({ speakerId }) =>
    speakerId === null || speaking.has(speakerId) ? [] : [uuidOf(speakerId)],
  )
  if (gone.length === 0) return
  await tx.$executeRaw`
    DELETE FROM "ArticleSpeaker" l WHERE l."articleId" = ${state.articleId}::uuid AND l."speakerId" = ANY(${gone}::uuid[])
      AND NOT EXISTS (SELECT FROM "Attribution" a JOIN "Statement" s ON s.id = a."statementId"
        WHERE a."speakerId" = l."speakerId" AND s."articleId" = l."articleId")`
}
