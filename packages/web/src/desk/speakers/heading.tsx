import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { SpeakersView } from './speakers-view.js'

/** The heading of a state of the page, which takes the focus when somebody comes to it from another one. */
export function Heading({ view, children }: { view: SpeakersView; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, other } = view.address.value
  useLayoutEffect(() => {
    if (view.hasMoved) heading.current?.focus()
  }, [view, id, other])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
