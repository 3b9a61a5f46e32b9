import type { HTMLAttributes } from 'preact'
import { shorten } from '../text/words.js'

/** Most characters of a statement's words in the list; the article beside it shows all of them. */
const EXCERPT = 220

/** Other attributes go to the list item; its class is the colour of the speaker. */
interface MarkedItemProps extends HTMLAttributes<HTMLLIElement> {
  /** The HTML id of the statement's first highlight. */
  mark: string
  text: string
  /** Who says it. */
  name: string
}

/** A statement in the list beside its article. The children stand behind the name: how it is said, and more. */
export function MarkedItem({ mark, text, name, children, ...attributes }: MarkedItemProps) {
  return (
    <li {...attributes}>
      <a href={`#${mark}`} dir="auto">
        {shorten(text, EXCERPT)}
      </a>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {children}
      </p>
    </li>
  )
}
