import { isInField, isOnControl } from '../where-pressed.js'
import { takeOver, toggleClaim } from './claims.js'
import { REASONS } from './reasons.js'
import type { ReviewView } from './review-view.js'

/** What a key does for whoever may review, while nothing else is open. */
const REVIEWER: Readonly<Record<string, (view: ReviewView) => void>> = {
  v: (view) => view.verify(),
  x: (view) => view.open('reasons'),
}

/** What a key does for whoever may edit. */
const EDITOR: typeof REVIEWER = {
  s: (view) => view.open('speaker'),
  a: (view) => view.spread(),
  w: (view) => view.openWords(),
}

/** What a key does for everybody at the desk. */
const EVERYBODY: typeof REVIEWER = {
  ' ': (view) => view.later(),
  u: ({ desk }) => desk.undo(),
  j: ({ desk }) => desk.queue.move(1),
  k: ({ desk }) => desk.queue.move(-1),
  o: (view) => view.toggleWhole(),
  Enter: (view) => view.toggleWhole(),
  h: (view) => void view.toggleHistory(),
  b: (view) => view.toggleBulk(),
  c: (view) => void toggleClaim(view),
  n: (view) => view.open('note'),
  '/': (view) => view.open('filter'),
  '?': (view) => view.open('help'),
}

/** These do something without a statement, too. */
const WITHOUT_STATEMENT = new Set(['u', 'k', 'b', '/', '?'])

/** These work while several are decided on together. */
const IN_A_LIST = new Set(['v', 'x', 'u', 'b', '/', '?'])

/** These move through what is looked at, and may be held down. */
const MAY_REPEAT = new Set(['j', 'k'])

type Act = (() => void) | null

/** Does what a key says that is pressed anywhere on the page. */
export function onKey(event: KeyboardEvent, view: ReviewView): void {
  const act = actOf(event, view)
  if (!act) return
  event.preventDefault()
  act()
}

/** Decides nothing while a field has the focus, a key is held down, or something else is open. */
function actOf(event: KeyboardEvent, view: ReviewView): Act {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isInField(event)) return null
  const mode = view.mode.value
  const { key, repeat } = event
  if (key === 'Escape') return repeat ? null : () => view.close()
  if (mode === 'words') return actOnWords(event, view)
  if (repeat && !(mode === 'decide' && MAY_REPEAT.has(key))) return null
  if (mode === 'reasons') return actOfReason(key, view)
  if (mode === 'take-over') return key === 'Enter' && !isOnControl(event) ? () => void takeOver(view) : null
  if (mode !== 'decide' || ((key === ' ' || key === 'Enter') && isOnControl(event))) return null
  if (view.bulk.value && !IN_A_LIST.has(key)) return null
  const act =
    EVERYBODY[key] ?? (view.mayReview ? REVIEWER[key] : undefined) ?? (view.mayEdit ? EDITOR[key] : undefined)
  return act && (view.desk.queue.current.value || WITHOUT_STATEMENT.has(key)) ? () => act(view) : null
}

function actOfReason(key: string, view: ReviewView): Act {
  const reason = REASONS[Number(key) - 1]
  return reason ? () => view.chooseReason(reason.value) : null
}

function actOnWords(event: KeyboardEvent, view: ReviewView): Act {
  const editor = view.words.value
  if (!editor) return null
  const { key, shiftKey, repeat } = event
  if (key === 'Enter') return repeat || isOnControl(event) ? null : () => view.keepWords()
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key] as 1 | -1 | undefined
  if (by) {
    const onward = isFromRightToLeft() ? (-by as 1 | -1) : by
    return () => editor.move(shiftKey ? 'end' : 'start', onward)
  }
  return /^[1-9]$/.test(key) ? () => editor.choose(Number(key) - 1) : null
}

/** Whether the words that are being marked are read from right to left: the arrow to the left then leads onward. */
function isFromRightToLeft(): boolean {
  const text = document.querySelector('.around.editing')
  return text !== null && getComputedStyle(text).direction === 'rtl'
}
