import { KeyHelp } from '../key-help.js'
import type { ChangesDesk } from './changes-desk.js'

const KEYS: readonly [string, string][] = [
  ['j, k', 'the next, the one before'],
  ['t', 'take: the new place and words of a statement, or a shorter text'],
  ['← →, with Shift', 'move the beginning of the words, their end'],
  ['1 to 9', 'another place, where the words stand more than once'],
  ['x', 'retract a statement'],
  ['d', 'drop a shorter text'],
  ['Enter, Esc', 'yes, no: about a text'],
  ['u', 'take the last deed about a statement back'],
]

/** The keys of the page. */
export function ChangesHelp({ desk }: { desk: ChangesDesk }) {
  return (
    <KeyHelp
      keys={KEYS}
      onClose={() => {
        desk.mode.value = 'decide'
      }}
    >
      <p>What you leave stays in the list, for you or for somebody else.</p>
    </KeyHelp>
  )
}
