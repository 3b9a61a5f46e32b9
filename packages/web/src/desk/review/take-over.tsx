import { claimOn, takeOver } from './claims.js'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'

/** Asks before an article is taken from somebody who works on it. */
export function TakeOver({ view, item }: { view: ReviewView; item: Item }) {
  const claim = claimOn(item)
  return (
    <section class="panel" aria-label="Take the article over?">
      <p role="status">
        {claim ? (
          <>
            <b>
              <bdi>{claim.holder}</bdi>
            </b>{' '}
            works on “<bdi>{item.proposal.article.title}</bdi>” since{' '}
            <time dateTime={claim.createdAt}>{claim.createdAt.slice(0, 16).replace('T', ' ')}</time>.
          </>
        ) : (
          <>Nobody works on the article any more.</>
        )}
      </p>
      <button type="button" onClick={() => void takeOver(view)}>
        {claim ? 'Take it over' : 'Claim it'} <kbd>Enter</kbd>
      </button>
      <button type="button" class="quiet" onClick={() => view.close()}>
        Leave it <kbd>Esc</kbd>
      </button>
    </section>
  )
}
