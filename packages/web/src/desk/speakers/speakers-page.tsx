import { useEffect, useMemo } from 'preact/hooks'
import { KeyHelp } from '../key-help.js'
import type { TaskProps } from '../session.js'
import { hrefOf } from './address.js'
import { CompareView } from './compare-view.js'
import { SearchBox } from './search-box.js'
import { SpeakerView } from './speaker-view.js'
import { SpeakersActions } from './speakers-actions.js'
import { SpeakersDesk } from './speakers-desk.js'
import { KEYS, onKey } from './speakers-keys.js'
import { SpeakersView } from './speakers-view.js'
import { StartView } from './start-view.js'

/** The speakers of the record: which are the same, and how they are called. */
export function SpeakersPage({ session, client }: TaskProps) {
  const desk = useMemo(
    () => client && new SpeakersDesk(new SpeakersView(client, session), session.name),
    [client, session],
  )
  useEffect(() => {
    if (!desk) return
    const press = (event: KeyboardEvent) => onKey(event, desk)
    const show = () => void desk.view.show()
    show()
    document.addEventListener('keydown', press)
    addEventListener('popstate', show)
    return () => {
      document.removeEventListener('keydown', press)
      removeEventListener('popstate', show)
    }
  }, [desk])
  if (!desk) return <p class="message">Reading the speakers…</p>
  const { view } = desk
  return (
    <div class="speakers-page">
      <Told desk={desk} />
      {view.open.value === 'search' && <SearchBox view={view} />}
      <Shown desk={desk} />
      {view.open.value === 'help' && (
        <KeyHelp
          keys={KEYS}
          onClose={() => {
            view.open.value = 'nothing'
          }}
        >
          <p>What was done stays in this tab, so that it can be taken back after a look at another page.</p>
        </KeyHelp>
      )}
      <SpeakersActions desk={desk} />
    </div>
  )
}

function Shown({ desk }: { desk: SpeakersDesk }) {
  const { view } = desk
  const speaker = view.shown.value
  if (view.address.value.id === null) return <StartView view={view} />
  if (view.isMissing.value) return <p class="message">The record has no such speaker.</p>
  if (!speaker) return view.trouble.value ? null : <p class="message">Reading the speaker…</p>
  if (view.pair.value) return <CompareView desk={desk} />
  return <SpeakerView desk={desk} speaker={speaker} />
}

/** What has just happened, and what went wrong. */
function Told({ desk }: { desk: SpeakersDesk }) {
  const { view } = desk
  const trouble = view.trouble.value
  const last = desk.deeds.value.at(-1)
  return (
    <div class="progress">
      <p role="status" class="said">
        <bdi>{view.said.value || (last ? `Done before: ${last.says}.` : '')}</bdi>
      </p>
      {last && (
        <button
          type="button"
          class="quiet undo"
          disabled={desk.turns.isBusy.value}
          title={last.says}
          onClick={() => void desk.undo()}
        >
          Undo <kbd>u</kbd>
        </button>
      )}
      {trouble && (
        <p role="alert" class="problem">
          <bdi>{trouble.says}</bdi>{' '}
          {trouble.isSignedOut && (
            <>
              <a href={`/desk/sign-in?next=${encodeURIComponent(hrefOf(view.address.value))}`}>
                Sign in again
              </a>{' '}
              in this tab: what you typed in a form is kept.{' '}
            </>
          )}
          {trouble.again && (
            <button type="button" class="quiet" onClick={trouble.again}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  )
}
