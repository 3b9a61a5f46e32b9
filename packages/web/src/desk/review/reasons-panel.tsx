import { useLayoutEffect, useRef } from 'preact/hooks'
import { REASONS } from './reasons.js'
import type { ReviewView } from './review-view.js'

/** Why a statement is rejected: a digit each. */
export function Reasons({ view }: { view: ReviewView }) {
  return (
    <section class="panel" aria-label="Why is it rejected?">
      <h2>Why is it rejected?</h2>
      <ol class="reasons">
        {REASONS.map(({ value, says }, index) => (
          <li key={value}>
            <button type="button" class="quiet" onClick={() => view.chooseReason(value)}>
              <kbd>{index + 1}</kbd> {says}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="quiet" onClick={() => view.close()}>
        Not at all <kbd>Esc</kbd>
      </button>
    </section>
  )
}

/** Another reason, in the reviewer's words. */
export function WhyForm({ view }: { view: ReviewView }) {
  return (
    <OneField
      label="Why is it rejected?"
      button="Reject"
      most={2000}
      onCancel={() => view.close()}
      onText={(note) => {
        view.close()
        view.reject('OTHER', note)
      }}
    />
  )
}

export interface OneFieldProps {
  label: string
  button: string
  /** Most characters. */
  most: number
  onText: (text: string) => void
  onCancel: () => void
}

/** A form with one field, which has the focus. Enter sends it, Escape closes it. */
export function OneField({ label, button, most, onText, onCancel }: OneFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <form
      class="panel"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        const text = field.current?.value.trim() ?? ''
        if (text !== '') onText(text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <label>
        {label} <input ref={field} maxLength={most} autocomplete="off" required />
      </label>
      <button type="submit">{button}</button>
      <button type="button" class="quiet" onClick={onCancel}>
        Cancel <kbd>Esc</kbd>
      </button>
    </form>
  )
}
