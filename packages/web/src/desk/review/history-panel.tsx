import { wordFor } from '../../text/kinds.js'
import type { ReviewView } from './review-view.js'

/** Who did what with the statement that is shown, the newest first. */
export function History({ view, id }: { view: ReviewView; id: string }) {
  const history = view.history.value
  if (history?.id !== id) return null
  return (
    <section class="history" aria-label="History">
      <h3>Who did what</h3>
      <ol>
        {history.revisions.map(({ version, action, actor, origin, at, note }) => (
          <li key={version}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>: {wordFor(action)} by{' '}
            <b>{actor}</b> ({wordFor(origin)}){note && <>: {note}</>}
          </li>
        ))}
      </ol>
    </section>
  )
}
