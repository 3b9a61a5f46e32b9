import type { Cue } from '../cues/cue.js'
import { is, type Token } from '../text/token.js'

/** Tokens of what a relative clause is about, when it can be nobody: "no senior official, who". */
const LONGEST_ANTECEDENT = 3

/**
 * Tells whether the subject of a cue is nobody: "No official said", "None of them said", "Neither Moss nor Hale said", "It
 * was not Moss who said", "Few say".
 */
export function speaksForNobody(tokens: Token[], { subject, kind, groupFrom }: Cue): boolean {
  if (!subject) return false
  if (kind === 'ACCORDING' && is(tokens[groupFrom - 1], 'negation')) return true
  const { from, to } = subject
  // A longer phrase has a verb of its own: "Nobody read the study, which says".
  if (subject.relative && to - from > LONGEST_ANTECEDENT) return false
  const before = tokens[from - 1]
  if (before?.lower === 'nor' || before?.lower === 'neither') return true
  // "Not one official said", "It was not Moss who said"; not "He was not, Moss said".
  if (is(before, 'negation') && opensDenial(tokens, from - 1)) return true
  if (is(tokens[from], 'hardly') && is(tokens[from + 1], 'anyone')) return true
  // "Very few officials", not "a few officials"
  const first = is(tokens[from], 'noOne') || is(tokens[from], 'determiner') ? from : from + 1
  return first < to && is(tokens[first], 'noOne') && isDenial(tokens, first)
}

/** Tells whether the "not" at `at` denies what follows it: at the head of a clause, or behind a form of "be". */
const opensDenial = (tokens: Token[], at: number) =>
  tokens[at - 1]?.kind !== 'word' ||
  is(tokens[at - 1], 'be') ||
  is(tokens[at], 'be') ||
  is(tokens[at - 1], 'conjunction')

/** Tells whether the word means that there is nobody: not in "No doubt Moss said", "No. 10 said", "No fewer than six said". */
function isDenial(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.capital && at > 0) return false
  return !(is(next, 'afterNo') || next?.text === '.' || /^\p{N}/u.test(next?.text ?? ''))
}
