import { useEffect, useMemo } from 'preact/hooks'
import { counted, countOf } from '../../text/words.js'
import { hindranceSays } from '../failure.js'
import type { TaskProps } from '../session.js'
import { Actions } from './actions.js'
import { beginReview } from './begin-review.js'
import { BulkList } from './bulk-list.js'
import { Conflicts } from './conflicts.js'
import { idsOf } from './desk-write.js'
import { FilterBar } from './filter-bar.js'
import { FilterChips } from './filter-chips.js'
import { Help } from './help.js'
import { NoteForm } from './note-form.js'
import { ProposalView } from './proposal-view.js'
import { Reasons, WhyForm } from './reasons-panel.js'
import type { ReviewDesk } from './review-desk.js'
import { onKey } from './review-keys.js'
import type { ReviewView } from './review-view.js'
import { SpeakerPicker } from './speaker-picker.js'
import { SpreadOffer } from './spread-offer.js'
import { TakeOver } from './take-over.js'

/** The queue of proposals, one at a time in its context. */
export function ReviewPage({ session, client }: TaskProps) {
  const view = useMemo(() => client && beginReview(client, session), [client, session])
  useEffect(() => {
    if (!view) return
    const press = (event: KeyboardEvent) => onKey(event, view)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [view])
  if (!view) return <p class="message">Reading the proposals…</p>
  const { desk } = view
  const item = desk.queue.current.value
  const mode = view.mode.value
  return (
    <div class="review">
      <h1 class="hidden">Review</h1>
      <Progress desk={desk} />
      {mode === 'filter' ? <FilterBar view={view} /> : <FilterChips view={view} />}
      <Conflicts desk={desk} />
      {view.bulk.value && item ? (
        <BulkList view={view} />
      ) : item ? (
        <ProposalView item={item} view={view} />
      ) : (
        <NoProposal view={view} />
      )}
      {mode === 'reasons' && <Reasons view={view} />}
      {mode === 'why' && <WhyForm view={view} />}
      {mode === 'note' && item && <NoteForm view={view} item={item} key={item.proposal.id} />}
      {mode === 'take-over' && item && <TakeOver view={view} item={item} />}
      {mode === 'speaker' && item && <SpeakerPicker view={view} item={item} key={item.proposal.id} />}
      <SpreadOffer view={view} />
      {mode === 'words' && <WordsHelp view={view} />}
      {mode === 'help' && <Help view={view} />}
      <Actions view={view} />
    </div>
  )
}

/** How far the queue has come, what has just happened, and what keeps decisions from being sent. */
function Progress({ desk }: { desk: ReviewDesk }) {
  const { outbox, decided, said } = desk
  const total = desk.queue.total.value
  const waiting = outbox.waiting.value.reduce((sum, { write }) => sum + idsOf(write).length, 0)
  const decisions = counted(waiting, 'decision')
  const hindrance = outbox.hindrance.value
  return (
    <div class="progress">
      <p>
        {total && `${countOf(total)} to review`}
        {decided.value > 0 && ` · ${decided.value} decided`}
        {waiting > 0 && !hindrance && ` · ${waiting} being sent`}
      </p>
      <p role="status" class="said">
        {said.value}
      </p>
      {hindrance && (
        <p role="alert" class="problem">
          {hindrance === 'signed-out' ? (
            <>
              {hindranceSays(hindrance)}{' '}
              {waiting > 0
                ? `${decisions} ${waiting === 1 ? 'waits' : 'wait'} here, and will be sent once you have`
                : 'Go on once you have'}{' '}
              <a
                href={`/desk/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}
                onClick={() => {
                  desk.signingIn = true
                }}
              >
                signed in again
              </a>{' '}
              in this tab.
            </>
          ) : hindrance === 'busy' ? (
            <>
              {hindranceSays(hindrance)} {decisions} wait here, and are sent in a moment. Go on.
            </>
          ) : (
            <>
              {hindranceSays(hindrance)} {decisions} wait here, and are sent as soon as it is back. You can go
              on.
            </>
          )}
        </p>
      )}
      {desk.queue.failure.value && (
        <p role="alert" class="problem">
          {desk.queue.failure.value}{' '}
          <button type="button" class="quiet" onClick={() => void desk.queue.readAhead()}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}

function NoProposal({ view }: { view: ReviewView }) {
  const { desk, address } = view
  if (address.problem.value !== '') {
    return (
      <div class="message">
        <h2>This filter cannot be</h2>
        <p role="alert">{address.problem.value}</p>
        <ShowAll view={view} />
      </div>
    )
  }
  if (desk.queue.loading.value) return <p class="message">Reading the proposals…</p>
  if (desk.queue.failure.value) return null
  const isFiltered = Object.keys(desk.queue.filter.value).length > 0
  return (
    <div class="message">
      <h2>{desk.decided.value > 0 ? 'All done' : 'Nothing to review'}</h2>
      <p>{isFiltered ? 'No other proposal meets the filter.' : 'Every statement has been looked at.'}</p>
      {isFiltered && <ShowAll view={view} />}
    </div>
  )
}

function ShowAll({ view: { address } }: { view: ReviewView }) {
  return (
    <button type="button" onClick={() => void address.go(new URLSearchParams())}>
      Show all proposals
    </button>
  )
}

function WordsHelp({ view }: { view: ReviewView }) {
  const editor = view.words.value
  return (
    <section class="panel" aria-label="Mark the words">
      <p>
        Drag over the words, or use <kbd>←</kbd> <kbd>→</kbd> for the beginning and <kbd>Shift</kbd> with them
        for the end.
        {editor && editor.parts.value.length > 1 && (
          <>
            {' '}
            Digits choose the part: {editor.part.value + 1} of {editor.parts.value.length}.
          </>
        )}
      </p>
      <button type="button" onClick={() => view.keepWords()}>
        Keep these words <kbd>Enter</kbd>
      </button>
      <button type="button" class="quiet" onClick={() => view.close()}>
        Leave as it was <kbd>Esc</kbd>
      </button>
    </section>
  )
}
