import { mutate } from '@onrecord/sdk'
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
    if (result?.__typename === 'StatementNoteSuccess') {
      desk.noted(statementId, result.statementNote)
      desk.said.value = 'Noted.'
    } else desk.said.value = `The note was not kept: ${messageOf(result)}.`
  } catch (error) {
    desk.said.value = `The note was not kept: ${(error as Error).message}. It said: ${text}`
  }
}

/** Withdraws a note: its words go, and that there was one stays. */
export async function withdrawNote(desk: ReviewDesk, statementId: string, noteId: string): Promise<void> {
  try {
    const { statementNoteWithdraw: result } = await mutate(desk.client, {
      statementNoteWithdraw: { $: { input: { id: noteId, idempotencyKey: newKey() } }, ...RESULT },
    })
    if (result?.__typename === 'StatementNoteSuccess') {
      desk.noted(statementId, result.statementNote)
      desk.said.value = 'The note is withdrawn.'
    } else desk.said.value = `The note was not withdrawn: ${messageOf(result)}.`
  } catch (error) {
    desk.said.value = `The note was not withdrawn: ${(error as Error).message}.`
  }
}
