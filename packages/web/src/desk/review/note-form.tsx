import { addNote } from './notes.js'
import type { Item } from './queue.js'
import { OneField } from './reasons-panel.js'
import type { ReviewView } from './review-view.js'

/** A note on the statement that is shown, for the rest of the team. */
export function NoteForm({ view, item }: { view: ReviewView; item: Item }) {
  const add = (text: string) => {
    view.close()
    void addNote(view.desk, item.proposal.id, text)
  }
  return (
    <OneField
      label="A note for the next who looks at it"
      button="Add"
      most={2000}
      onText={add}
      onCancel={() => view.close()}
    />
  )
}
