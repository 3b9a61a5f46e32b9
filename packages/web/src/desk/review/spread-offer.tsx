import type { ReviewView } from './review-view.js'

/** After a speaker was changed: the other statements of the article that are attributed by the same mention. */
export function SpreadOffer({ view }: { view: ReviewView }) {
  const offer = view.offer.value
  if (!offer) return null
  const { others, mention, speaker } = offer
  return (
    <section class="panel" aria-label="The same mention">
      <p role="status">
        “<bdi>{mention}</bdi>” stands for the same speaker in {others.length} other{' '}
        {others.length === 1 ? 'statement' : 'statements'} of this article.
      </p>
      <button type="button" onClick={() => view.spread()}>
        Change {others.length === 1 ? 'it' : `all ${others.length}`} to{' '}
        <bdi>{speaker?.name ?? 'nobody named'}</bdi> <kbd>a</kbd>
      </button>
      <button type="button" class="quiet" onClick={() => view.refuseOffer()}>
        Only this one
      </button>
    </section>
  )
}
