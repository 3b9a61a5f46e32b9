import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Named } from '../../record/shown.js'
import { Combobox } from '../combobox.js'
import type { NamedChoice } from './holders.js'

export interface NamedFieldProps {
  id: string
  label: string
  value: Named | null
  find: (name: string, signal: AbortSignal) => Promise<readonly NamedChoice[]>
  onChange: (value: Named | null) => void
}

/** A field that holds something of the record, which is chosen by its name. */
export function NamedField({ id, label, value, find, onChange }: NamedFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [wasOpen, setWasOpen] = useState(false)
  useLayoutEffect(() => {
    if (isOpen) setWasOpen(true)
    else if (wasOpen) button.current?.focus()
  }, [isOpen])
  if (isOpen) {
    return (
      <Combobox
        id={id}
        label={label}
        listLabel={`${label}: names`}
        ask={find}
        optionsOf={(_, choices) => choices}
        onChoose={async (choice) => {
          onChange(await choice.take())
          setOpen(false)
        }}
        onEscape={(event) => {
          // It closes the list only, not the form around it.
          event.stopPropagation()
          setOpen(false)
        }}
        focused
      />
    )
  }
  return (
    <div class="field">
      <span>{label}</span>
      <span class="chosen">
        <bdi>{value?.name ?? 'none'}</bdi>{' '}
        <button
          ref={button}
          type="button"
          class="quiet"
          aria-label={`Choose: ${label}, ${value?.name ?? 'none'}`}
          onClick={() => setOpen(true)}
        >
          Choose
        </button>
        {value && (
          <button
            type="button"
            class="quiet"
            aria-label={`Take away: ${label}, ${value.name}`}
            onClick={() => {
              // This button goes, and the keys must stay in the form.
              button.current?.focus()
              onChange(null)
            }}
          >
            Take away
          </button>
        )}
      </span>
    </div>
  )
}
