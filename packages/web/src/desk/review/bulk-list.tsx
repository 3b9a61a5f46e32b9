import { counted, percentOf } from '../../text/words.js'
import type { ReviewView } from './review-view.js'

/** The proposals that are there, to be decided on together; all of them are chosen at first. */
export function BulkList({ view }: { view: ReviewView }) {
  const chosen = view.chosen.value
  const open = view.openItems()
  const count = open.filter(({ proposal }) => chosen.has(proposal.id)).length
  return (
    <section class="bulk" aria-label="Several at once">
      <h2>Several at once</h2>
      <p class="faint">
        The next {counted(open.length, 'proposal')} of the filter. <kbd>/</kbd> chooses others: an article, a
        speaker, a kind.
      </p>
      <p>
        {view.mayReview && (
          <>
            <button type="button" disabled={count === 0} onClick={() => view.verify()}>
              Verify {count} <kbd>v</kbd>
            </button>{' '}
            <button type="button" class="quiet" disabled={count === 0} onClick={() => view.open('reasons')}>
              Reject {count} <kbd>x</kbd>
            </button>{' '}
          </>
        )}
        <button type="button" class="quiet" onClick={() => view.chooseAll(count < open.length)}>
          {count < open.length ? 'Choose all' : 'Choose none'}
        </button>{' '}
        <button type="button" class="quiet" onClick={() => view.toggleBulk()}>
          One at a time <kbd>b</kbd>
        </button>
      </p>
      <ul class="plain">
        {open.map(({ proposal: { id, text, speaker, article, provenance } }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => view.choose(id)} />{' '}
              <span dir="auto">{text}</span>
              <small>
                {' '}
                <bdi>{speaker?.name ?? 'nobody named'}</bdi>, <bdi>{article.title}</bdi>
                {provenance.confidence !== null && `, ${percentOf(provenance.confidence)} % sure`}
              </small>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
