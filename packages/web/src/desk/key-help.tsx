import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface KeyHelpProps {
  /** Each key, and what it does. */
  keys: readonly (readonly [string, string])[]
  children?: ComponentChildren
  onClose: () => void
}

/** The keys of a page, in a dialog. */
export function KeyHelp({ keys, children, onClose }: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="help" onClose={onClose}>
      <h2 id="help">Keys</h2>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </>
        ))}
      </dl>
      {children}
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
