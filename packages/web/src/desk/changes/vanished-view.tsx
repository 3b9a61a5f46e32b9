import { Comparison } from '../../components/comparison.js'
import { pathOf } from '../../text/handle.js'
import { runsOf, type Span } from '../../text/runs.js'
import { paragraphsAround } from '../../text/surroundings.js'
import { counted } from '../../text/words.js'
import type { DeskText } from '../review/proposal.js'
import type { ChangesDesk } from './changes-desk.js'
import type { Opened } from './opened.js'
import { useInSight } from './use-in-sight.js'

interface VanishedViewProps {
  desk: ChangesDesk
  opened: Extract<Opened, { kind: 'vanished' }>
}

/** A verified statement whose words are gone: where they stood, where they may be now, and the decision about it. */
export function VanishedView({ desk, opened }: VanishedViewProps) {
  const { vanished, places, editor } = opened
  const { anchors, article, text, id } = vanished
  const [first] = anchors
  const marked = editor?.parts.value ?? []
  const now = marked.map(({ start, end }) => article.text.content.slice(start, end)).join(' […] ')
  return (
    <div class="panel detail" ref={useInSight()}>
      <p>
        <a href={pathOf('statements', { id, name: text })} target="_blank" rel="noopener">
          The statement on record
        </a>
        {' · '}
        <a href={pathOf('articles', { id: article.id, name: article.title })} target="_blank" rel="noopener">
          the article
        </a>
        {article.url && (
          <>
            {' · '}
            <a href={article.url} target="_blank" rel="noopener nofollow external">
              its page today
            </a>
          </>
        )}
      </p>
      <h3>Where they stood</h3>
      {first && <Around text={first.text} spans={anchors.map(({ position }) => position)} />}
      {editor ? (
        <>
          <h3>
            {first?.status === 'AMBIGUOUS'
              ? 'Where they may be now'
              : 'The nearest place in the text of today'}
          </h3>
          {places.length > 1 && (
            <p>
              They stand there {counted(places.length, 'time')}:{' '}
              {places.map((place, index) => (
                <button type="button" class="quiet" onClick={() => desk.choose(index)} key={place[0]?.start}>
                  Place <kbd>{index + 1}</kbd>
                </button>
              ))}
            </p>
          )}
          <Around text={article.text} spans={marked} />
          <Comparison record={text} quotation={now} />
        </>
      ) : (
        <p>Nothing like these words stands in the text of today.</p>
      )}
      <Decision desk={desk} canTake={editor !== null} />
    </div>
  )
}

/** The paragraphs around some words, with these marked. */
function Around({ text, spans }: { text: DeskText; spans: readonly Span[] }) {
  const shown = paragraphsAround(text.segments, spans)
  return (
    <div class="around text" dir="auto">
      {shown.map(({ position }) => (
        <p key={position.start}>
          {runsOf(position, spans).map(({ start, end, pieces }) =>
            pieces.length > 0 ? (
              <mark class="words" key={start}>
                {text.content.slice(start, end)}
              </mark>
            ) : (
              text.content.slice(start, end)
            ),
          )}
        </p>
      ))}
    </div>
  )
}

function Decision({ desk, canTake }: { desk: ChangesDesk; canTake: boolean }) {
  const disabled = desk.busy.value
  return (
    <p class="decide">
      {desk.mayEdit && canTake && (
        <button type="button" disabled={disabled} onClick={() => void desk.takePlace()}>
          Take this place and these words <kbd>t</kbd>
        </button>
      )}
      {desk.mayRetract && (
        <button type="button" class="quiet" disabled={disabled} onClick={() => void desk.retract()}>
          Retract <kbd>x</kbd>
        </button>
      )}
      <button type="button" class="quiet" onClick={() => desk.move(1)}>
        Leave it, next <kbd>j</kbd>
      </button>
      {desk.mayEdit && canTake && (
        <span class="faint">
          {' '}
          <kbd>←</kbd> <kbd>→</kbd> move the beginning of the words, with <kbd>Shift</kbd> their end.
        </span>
      )}
    </p>
  )
}
