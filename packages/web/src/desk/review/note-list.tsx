import { withdrawNote } from './notes.js'
import type { Item } from './queue.js'
import type { ReviewDesk } from './review-desk.js'

/** What the team says of a statement; whoever wrote a note can withdraw it. */
export function Notes({ item: { proposal }, desk }: { item: Item; desk: ReviewDesk }) {
  const { nodes } = proposal.notes
  if (nodes.length === 0) return null
  return (
    <ul class="notes" aria-label="Notes">
      {nodes.map(({ id, author, text, createdAt, withdrawnBy }) => (
        <li key={id}>
          <b>
            <bdi>{author}</bdi>
          </b>
          , <time dateTime={createdAt}>{createdAt.slice(0, 10)}</time>:{' '}
          {text === null ? (
            <i>withdrawn{withdrawnBy !== author && <> by {withdrawnBy}</>}</i>
          ) : (
            <bdi>{text}</bdi>
          )}
          {text !== null && author === desk.session.name && (
            <>
              {' '}
              <button
                type="button"
                class="quiet"
                aria-label={`Withdraw the note: ${text}`}
                onClick={() => void withdrawNote(desk, proposal.id, id)}
              >
                Withdraw
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
