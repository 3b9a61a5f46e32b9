import type { Dropped } from '../ingest/extractor/place-statements.js'
import { plural, tell } from './print.js'

/** Prints to standard error how many statements of a model were left out, and why. */
export function warnOfDropped(dropped: Dropped): void {
  const counts = Object.entries(dropped)
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  const reasons = counts.map(([reason, count]) => `${count} ${reason}`).join(', ')
  tell(`left out ${plural(all, 'statement')} of the model that the text does not bear out: ${reasons}`)
}
