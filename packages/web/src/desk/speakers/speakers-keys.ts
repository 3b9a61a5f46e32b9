import { isInField, isOnControl } from '../where-pressed.js'
import type { SpeakersDesk } from './speakers-desk.js'

type Deed = (desk: SpeakersDesk) => void

/** The keys of the page, with what they do. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'find a speaker by the letters of a name'],
  ['j, k', 'the next, the one before: of a list, or of the pairs'],
  ['Enter', 'open it; beside a possible duplicate, compare the two'],
  ['m', 'merge the two that are compared'],
  ['s', 'let the other one stay'],
  ['w', 'write why'],
  ['x', 'not the same: the next pair'],
  ['e', 'names, kind and Wikidata item'],
  ['o', 'offices'],
  ['u', 'take the last deed back, and the one before it'],
  ['Esc', 'close what is open; then back to the speaker, and to the list'],
]

const ALWAYS: Readonly<Record<string, Deed>> = {
  '/': ({ view }) => {
    view.open.value = 'search'
  },
  '?': ({ view }) => {
    view.open.value = 'help'
  },
  u: (desk) => void desk.undo(),
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
}

const OF_ONE: typeof ALWAYS = {
  e: ({ view }) => {
    view.open.value = 'names'
  },
  o: ({ view }) => {
    view.open.value = 'offices'
  },
}

const OF_TWO: typeof ALWAYS = {
  m: (desk) => void desk.merge(),
  s: ({ view }) => view.switchKept(),
  w: () => document.getElementById('why')?.focus(),
  x: ({ view }) => view.keepApart(),
  j: ({ view }) => view.move(1),
  k: ({ view }) => view.move(-1),
}

/** Does what a key says that is pressed anywhere on the page. */
export function onKey(event: KeyboardEvent, desk: SpeakersDesk): void {
  const { view } = desk
  const { key, repeat } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isInField(event)) return
  if (repeat && key !== 'j' && key !== 'k') return
  // The dialog of the keys closes itself.
  if (key === 'Escape' && view.open.value !== 'help') view.close()
  if (view.open.value !== 'nothing' || ((key === ' ' || key === 'Enter') && isOnControl(event))) return
  const deed = (view.pair.value ? OF_TWO : view.shown.value ? OF_ONE : ALWAYS)[key] ?? ALWAYS[key]
  if (!deed) return
  event.preventDefault()
  deed(desk)
}

/** Gives the focus to the next speaker of the list, or to the one before. */
function moveFocus(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.rows a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
}
