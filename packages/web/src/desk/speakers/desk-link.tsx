import type { ComponentChildren } from 'preact'
import { type Address, hrefOf } from './address.js'
import type { SpeakersView } from './speakers-view.js'

/** A link to another state of the page. A click with a modifier opens it elsewhere, as usual. */
export function DeskLink({
  view,
  to,
  children,
}: {
  view: SpeakersView
  to: Address
  children: ComponentChildren
}) {
  return (
    <a
      href={hrefOf(to)}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        void view.go(to)
      }}
    >
      {children}
    </a>
  )
}
