import type { SpeakersDesk } from './speakers-desk.js'
import type { Open } from './speakers-view.js'

/** What can be done with what is shown, for whoever uses a pointer; the keys do the same. */
export function SpeakersActions({ desk }: { desk: SpeakersDesk }) {
  const { view } = desk
  const button = (key: string, label: string, act: () => void) => (
    <button
      type="button"
      class="quiet"
      disabled={view.open.value !== 'nothing' || desk.turns.isBusy.value}
      onClick={act}
    >
      {label} <kbd>{key}</kbd>
    </button>
  )
  const open = (what: Open) => () => {
    view.open.value = what
  }
  const isPair = view.pair.value !== null
  const isOne = !isPair && view.shown.value !== null
  return (
    <div class="actions" role="toolbar" aria-label="What can be done">
      {isPair && view.mayMerge && button('m', 'Merge', () => void desk.merge())}
      {isPair && view.mayMerge && button('s', 'Switch', () => view.switchKept())}
      {isPair && button('x', 'Not the same', () => view.keepApart())}
      {isPair && button('k', 'Before', () => view.move(-1))}
      {isPair && button('j', 'Next', () => view.move(1))}
      {isOne && button('e', 'Names', open('names'))}
      {isOne && button('o', 'Offices', open('offices'))}
      {button('u', 'Undo', () => void desk.undo())}
      {button('/', 'Find', open('search'))}
      {button('?', 'Help', open('help'))}
      {view.address.value.id !== null && button('Esc', 'Back', () => view.close())}
    </div>
  )
}
