import { claimOn, toggleClaim } from './claims.js'
import type { ReviewView } from './review-view.js'

/** What can be done with the statement that is shown, for whoever uses a pointer; the keys do the same. */
export function Actions({ view }: { view: ReviewView }) {
  const { desk } = view
  const item = desk.queue.current.value
  const holder = claimOn(item)?.holder ?? null
  const claiming = holder === null ? 'Claim' : holder === desk.session.name ? 'Release' : 'Take over'
  const disabled = !item || view.mode.value !== 'decide'
  const button = (key: string, label: string, act: () => void, needsItem = true) => (
    <button
      type="button"
      class="quiet"
      disabled={needsItem ? disabled : view.mode.value !== 'decide'}
      onClick={act}
    >
      {label} <kbd>{key}</kbd>
    </button>
  )
  const several = view.bulk.value
  return (
    <div
      class={`actions${view.mode.value === 'decide' ? '' : ' waiting'}`}
      role="toolbar"
      aria-label="Decide"
    >
      {view.mayReview && button('v', 'Verify', () => view.verify())}
      {view.mayReview && button('x', 'Reject', () => view.open('reasons'))}
      {!several && button('space', 'Later', () => view.later())}
      {button('u', 'Undo', () => desk.undo(), false)}
      {!several && view.mayEdit && button('s', 'Speaker', () => view.open('speaker'))}
      {!several && view.mayEdit && button('w', 'Words', () => view.openWords())}
      {!several && button('c', claiming, () => void toggleClaim(view))}
      {button('b', several ? 'One' : 'Several', () => view.toggleBulk())}
      {!several && button('n', 'Note', () => view.open('note'))}
      {!several && button('o', view.whole.value ? 'Less' : 'Article', () => view.toggleWhole())}
      {!several && button('h', 'History', () => void view.toggleHistory())}
      {button('/', 'Filter', () => view.open('filter'), false)}
      {button('?', 'Help', () => view.open('help'), false)}
    </div>
  )
}
