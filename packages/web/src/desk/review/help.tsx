import { KeyHelp } from '../key-help.js'
import type { ReviewView } from './review-view.js'

const KEYS: readonly [string, string][] = [
  ['v', 'verify: it is right'],
  ['x, then a digit', 'reject, for a reason'],
  ['space', 'later: it comes again at the end'],
  ['u', 'take the last deed back'],
  ['j, k', 'the next, the one before'],
  ['o or Enter', 'the whole article, and back'],
  ['h', 'who did what, and back'],
  ['s', 'another speaker: three letters, Enter'],
  ['w', 'other words'],
  ['b', 'several at once, and back'],
  ['c', 'claim the article, release it, or take it over'],
  ['n', 'a note for the team'],
  ['/', 'which proposals are shown'],
  ['Esc', 'close what is open'],
]

/** The keys, in a dialog. */
export function Help({ view }: { view: ReviewView }) {
  return (
    <KeyHelp keys={KEYS} onClose={() => view.close()}>
      <p>
        Each decision is sent in the background. What is not sent yet stays in this tab, also when the network
        or the record is away.
      </p>
    </KeyHelp>
  )
}
