import { useEffect, useRef } from 'preact/hooks'
import { TextChanges } from '../../components/text-changes.js'
import { dayWords } from '../../text/fuzzy-date.js'
import { pathOf } from '../../text/handle.js'
import { counted } from '../../text/words.js'
import type { Held } from './changes-calls.js'
import type { ChangesDesk } from './changes-desk.js'
import { useInSight } from './use-in-sight.js'

/** A text that came in much shorter: what it lacks, and the decision about it. */
export function HeldView({ desk, held: article }: { desk: ChangesDesk; held: Held }) {
  const { id, title, url, text, held, statements } = article
  const lost = statements.nodes.filter(({ anchors }) =>
    anchors.some(({ quote }) => !held.content.includes(quote.exact)),
  ).length
  const share = Math.round((100 * held.length) / Math.max(1, text.length))
  return (
    <div class="panel detail" ref={useInSight()}>
      <p>
        <a href={pathOf('articles', { id, name: title })} target="_blank" rel="noopener">
          The article on record
        </a>
        {url && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener nofollow external">
              its page today
            </a>
          </>
        )}
      </p>
      <p>
        The text on record is of {dayWords(text.capturedAt)} and has {counted(text.length, 'character')}. On{' '}
        {dayWords(held.heldAt)} one with {counted(held.length, 'character')} came in, {share} % of it.{' '}
        {statements.nodes.length > 0 &&
          `Verified statements that would lose their words: ${lost} of ${statements.nodes.length}.`}
      </p>
      <TextChanges before={text.content} after={held.content} heading="What would go, and what would come" />
      <Decision desk={desk} />
    </div>
  )
}

function Decision({ desk }: { desk: ChangesDesk }) {
  const mode = desk.mode.value
  if (!desk.mayEdit) return <p class="faint">Whoever has the role editor decides about it.</p>
  if (mode === 'take-text' || mode === 'drop-text')
    return <Question desk={desk} take={mode === 'take-text'} key={mode} />
  return (
    <p class="decide">
      <button type="button" onClick={() => desk.ask('drop-text')}>
        Drop it, keep the text on record <kbd>d</kbd>
      </button>
      <button type="button" class="quiet" onClick={() => desk.ask('take-text')}>
        Take the shorter text <kbd>t</kbd>
      </button>
    </p>
  )
}

/** Asks once more, as neither answer can be undone. */
function Question({ desk, take }: { desk: ChangesDesk; take: boolean }) {
  const yes = useRef<HTMLButtonElement>(null)
  // Enter is for the answer, not for what was clicked before.
  useEffect(() => yes.current?.focus(), [])
  const no = () => {
    desk.mode.value = 'decide'
  }
  return (
    <p class="decide" role="alert">
      {take
        ? 'Take it as the text of the article? This cannot be undone here; the text of today stays as an earlier version.'
        : 'Drop it? This cannot be undone: who wants it later puts it in again.'}{' '}
      <button type="button" ref={yes} disabled={desk.busy.value} onClick={() => void desk.confirm()}>
        {take ? 'Yes, take it' : 'Yes, drop it'} <kbd>Enter</kbd>
      </button>
      <button type="button" class="quiet" onClick={no}>
        No <kbd>Esc</kbd>
      </button>
    </p>
  )
}
