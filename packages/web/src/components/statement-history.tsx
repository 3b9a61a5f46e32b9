import { dayWords } from '../text/fuzzy-date.js'
import { wordFor } from '../text/kinds.js'

export interface StatementHistoryProps {
  statement: {
    review: { at: string; by: string; reason: string | null; note: string | null } | null
    revisions: {
      nodes: readonly { action: string; actor: string; origin: string; at: string; note: string | null }[]
    }
  }
}

/** Who decided what about a statement and when, the latest first. Persons and machines are told apart. */
export function StatementHistory({ statement: { review, revisions } }: StatementHistoryProps) {
  if (revisions.nodes.length === 0 && !review) return null
  return (
    <section>
      <h2>Who decided what</h2>
      <ol class="history">
        {revisions.nodes.map(({ action, actor, origin, at, note }) => (
          <li key={at + action}>
            <time dateTime={at}>{dayWords(at)}</time>: {wordFor(action)} by <bdi>{actor}</bdi>
            {origin === 'MACHINE' ? ' (a machine)' : ''}
            {note && (
              <>
                : <q dir="auto">{note}</q>
              </>
            )}
          </li>
        ))}
      </ol>
      {review?.reason && (
        <p>
          The reason of the last review: {wordFor(review.reason)}
          {review.note && (
            <>
              , <q dir="auto">{review.note}</q>
            </>
          )}
        </p>
      )}
    </section>
  )
}
