import { wordFor } from '../../text/kinds.js'
import type { Conflict } from './deeds.js'
import type { ReviewDesk } from './review-desk.js'

const MEANT: Readonly<Record<string, string>> = {
  VERIFY: 'verified it',
  REJECT: 'rejected it',
  REOPEN: 'took a decision back',
  EDIT: 'changed it',
}

/** Decisions that came too late, with what was meant and what stands there now. */
export function Conflicts({ desk }: { desk: ReviewDesk }) {
  return (
    <>
      {desk.conflicts.value.map((conflict) => (
        <ConflictView desk={desk} conflict={conflict} key={conflict.mine.id} />
      ))}
    </>
  )
}

function ConflictView({ desk, conflict }: { desk: ReviewDesk; conflict: Conflict }) {
  const { mine, theirs, decision } = conflict
  return (
    <section class="panel conflict" role="alert" aria-label="A conflict">
      <h2>Somebody was faster</h2>
      <div class="versions">
        <div>
          <h3>You {MEANT[decision] ?? 'changed it'}, when it was</h3>
          <Version shown={mine} />
        </div>
        <div>
          <h3>
            {theirs
              ? `It is ${wordFor(theirs.reviewStatus)} now${theirs.review ? `, by ${theirs.review.by}` : ''}`
              : 'It is gone'}
          </h3>
          {theirs && <Version shown={theirs} />}
        </div>
      </div>
      <p>Nothing of yours was written over theirs.</p>
      <button type="button" onClick={() => desk.resolve(conflict, false)}>
        Leave it as it is
      </button>
      {theirs?.reviewStatus === 'PROPOSED' && (
        <button type="button" class="quiet" onClick={() => desk.resolve(conflict, true)}>
          Decide again
        </button>
      )}
    </section>
  )
}

function Version({ shown }: { shown: Conflict['mine'] }) {
  return (
    <blockquote dir="auto">
      {shown.text}
      <footer>
        <bdi>{shown.speaker?.name ?? 'nobody named'}</bdi>
      </footer>
    </blockquote>
  )
}
