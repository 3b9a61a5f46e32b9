import type { ChangesDesk } from './changes-desk.js'

/** What a key does while nothing else is open. */
const KEYS: Readonly<Record<string, (desk: ChangesDesk) => void>> = {
  j: (desk) => desk.move(1),
  k: (desk) => desk.move(-1),
  x: (desk) => void desk.retract(),
  t: (desk) => (desk.opened.value?.kind === 'held' ? desk.ask('take-text') : void desk.takePlace()),
  d: (desk) => desk.ask('drop-text'),
  u: (desk) => void desk.undo(),
  '?': (desk) => {
    desk.mode.value = 'help'
  },
}

/** These move, and may be held down. */
const MAY_REPEAT = new Set(['j', 'k', 'ArrowLeft', 'ArrowRight'])

/** Does what a key says that is pressed anywhere on the page. */
export function onKey(event: KeyboardEvent, desk: ChangesDesk): void {
  const { key, repeat, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (repeat && !MAY_REPEAT.has(key)) return
  const onControl = target instanceof Element && target.closest('a, button, summary') !== null
  const act = actOf(event, desk)
  if (!act || (key === 'Enter' && onControl)) return
  event.preventDefault()
  act()
}

function actOf({ key, shiftKey }: KeyboardEvent, desk: ChangesDesk): (() => void) | null {
  const mode = desk.mode.value
  if (key === 'Escape') {
    return () => {
      desk.mode.value = 'decide'
    }
  }
  if (mode === 'take-text' || mode === 'drop-text') return key === 'Enter' ? () => void desk.confirm() : null
  if (mode !== 'decide') return null
  if (/^[1-9]$/.test(key)) return () => desk.choose(Number(key) - 1)
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key] as 1 | -1 | undefined
  const opened = desk.opened.value
  if (by && opened?.kind === 'vanished') return () => opened.editor?.move(shiftKey ? 'end' : 'start', by)
  const act = KEYS[key]
  return act ? () => act(desk) : null
}
