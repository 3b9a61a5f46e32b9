import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { DeskLink } from './desk-link.js'
import type { Editing } from './editing.js'
import type { SpeakersDesk } from './speakers-desk.js'

export interface FormFrameProps<Draft> {
  desk: SpeakersDesk
  editing: Editing<Draft>
  label: string
  children: ComponentChildren
}

/** What has the focus first: never the button that drops what was typed. */
const FIRST = 'input, textarea, :not(.meanwhile) > button'

/** What the forms of a speaker have alike: saving, closing, and what the record or somebody else says meanwhile. */
export function FormFrame<Draft>({ desk, editing, label, children }: FormFrameProps<Draft>) {
  const { view } = desk
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>(FIRST)?.focus(), [])
  const close = () => {
    if (editing.write())
      view.said.value = 'Closed. What you typed is kept in this tab: open the form again to go on.'
    else editing.drop()
    view.close()
  }
  return (
    <form
      ref={form}
      class="panel edit"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void desk.save(editing)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }
      }}
    >
      <h2>{label}</h2>
      <Meanwhile desk={desk} editing={editing} />
      {children}
      <Refusal desk={desk} editing={editing} />
      <p class="buttons">
        <button type="submit" disabled={desk.turns.isBusy.value}>
          Save <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" class="quiet" onClick={close}>
          Close <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}

/** That somebody else was faster, or that what was typed earlier is here again. */
function Meanwhile<Draft>({ desk, editing }: Pick<FormFrameProps<Draft>, 'desk' | 'editing'>) {
  const theirs = editing.theirs.value
  if (!theirs && !editing.isOld) return null
  const [last] = theirs?.revisions.nodes ?? []
  const anew = theirs ?? desk.view.shown.value
  return (
    <div role="alert" class={theirs ? 'meanwhile problem' : 'meanwhile'}>
      <p>
        {theirs ? (
          <>
            Not saved: <bdi>{last?.actor ?? 'somebody'}</bdi> has changed this speaker meanwhile. What you
            typed is still here, and what stands there now is beside it. Save again to put yours in its place.
          </>
        ) : (
          'What you typed before is here again.'
        )}
      </p>
      {anew && (
        <button type="button" class="quiet" onClick={() => editing.begin(anew)}>
          {theirs ? 'Take what stands there now' : 'Begin anew'}
        </button>
      )}
    </div>
  )
}

/** Why the record refused it. */
function Refusal<Draft>({ desk, editing }: Pick<FormFrameProps<Draft>, 'desk' | 'editing'>) {
  const owner = editing.owner.value
  const { id } = editing.base.value
  return (
    <>
      {editing.problem.value && (
        <p role="alert" class="problem">
          {editing.problem.value}
        </p>
      )}
      {owner && owner.id !== id && (
        <p>
          It is that of{' '}
          <DeskLink view={desk.view} to={{ id, other: owner.id }}>
            <bdi>{owner.name}</bdi>
          </DeskLink>
          : compare the two.
        </p>
      )}
    </>
  )
}
