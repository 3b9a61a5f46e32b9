import { mutate } from '@onrecord/sdk'
import { RefusedError, sentenceOf } from '../failure.js'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'
import { NOTE } from './proposal.js'
import type { ReviewDesk } from './review-desk.js'

const RESULT = {
  $on: {
    StatementNoteSuccess: { statementNote: NOTE },
    ValidationError: { message: true },
    NotFoundError: { message: true },
    ForbiddenError: { message: true },
  },
} as const

/** Adds a note to a statement, for the rest of the team. */
export async function addNote(desk: ReviewDesk, statementId: string, text: string): Promise<void> {
  try {
    const input = { id: statementId, text, idempotencyKey: newKey() }
    const { statementNoteAdd: result } = await mutate(desk.client, {
      statementNoteAdd: { $: { input }, ...RESULT },
    })
    if (result?.__typename !== 'StatementNoteSuccess') throw new RefusedError(messageOf(result))
    desk.noted(statementId, result.statementNote)
    desk.said.value = 'Noted.'
  } catch (error) {
    desk.said.value = `${sentenceOf(error, 'The note was not kept')} It said: ${text}`
  }
}

/** Withdraws a note: its words go, and that there was one stays. */
export async function withdrawNote(desk: ReviewDesk, statementId: string, noteId: string): Promise<void> {
  try {
    const { statementNoteWithdraw: result } = await mutate(desk.client, {
      statementNoteWithdraw: { $: { input: { id: noteId, idempotencyKey: newKey() } }, ...RESULT },
    })
    if (result?.__typename !== 'StatementNoteSuccess') throw new RefusedError(messageOf(result))
    desk.noted(statementId, result.statementNote)
    desk.said.value = 'The note is withdrawn.'
  } catch (error) {
    desk.said.value = sentenceOf(error, 'The note was not withdrawn')
  }
}
