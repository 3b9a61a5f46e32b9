import { mutate } from '@onrecord/sdk'
import { messageOf } from './message-of.js'
import { newKey } from './new-key.js'
import type { Item } from './queue.js'
import { OneField } from './reasons-panel.js'
import type { ReviewView } from './review-view.js'

/** A note on the statement that is shown, for the rest of the team. */
export function NoteForm({ view, item }: { view: ReviewView; item: Item }) {
  const { desk } = view
  const { id } = item.proposal
  const add = async (text: string) => {
    view.close()
    try {
      const input = { id, text, idempotencyKey: newKey() }
      const { statementNoteAdd } = await mutate(desk.client, {
        statementNoteAdd: {
          $: { input },
          $on: {
            StatementNoteSuccess: { statementNote: { id: true, author: true, text: true, createdAt: true } },
            ValidationError: { message: true },
            NotFoundError: { message: true },
            ForbiddenError: { message: true },
          },
        },
      })
      if (statementNoteAdd?.__typename === 'StatementNoteSuccess')
        desk.noted(id, statementNoteAdd.statementNote)
      else desk.said.value = `The note was not kept: ${messageOf(statementNoteAdd)}.`
    } catch (error) {
      desk.said.value = `The note was not kept: ${(error as Error).message}. It said: ${text}`
    }
  }
  return (
    <OneField
      label="A note for the next who looks at it"
      button="Add"
      most={2000}
      onText={(text) => void add(text)}
      onCancel={() => view.close()}
    />
  )
}
