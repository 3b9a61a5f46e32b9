import type { Attributed } from '../attribution/attributed.js'
import type { Range, Token } from '../text/token.js'
import type { SaidAt } from '../types.js'
import { type DateKnowledge, dateOf } from './resolve-date.js'

/** What telling when something was said takes from a language. */
export interface TimeKnowledge extends DateKnowledge {
  times: DateKnowledge['times'] & {
    /** Times as reporters give them beside a cue, the most telling first: "on Tuesday". */
    pattern: RegExp
    /** What comes after these words is when something else was: "after", "who". Lower case. */
    elsewhen: ReadonlySet<string>
    /** Opens an adverbial that may date the cue: "On Tuesday, Moss said", "In a 2019 speech". Lower case. */
    dating: ReadonlySet<string>
  }
}

/** Tokens from the cue to a time. */
const REACH = 24

/** Finds the time that the reporter gives beside the cue, in the cue's clause; never one in the words said. */
export function saidAtOf(
  text: string,
  statement: Attributed,
  publishedAt: string | undefined,
  language: TimeKnowledge,
): SaidAt | null {
  // All that "On Tuesday Moss wrote:" opens was written then.
  if (statement.rule === 'RUN' && statement.from) return saidAtOf(text, statement.from, publishedAt, language)
  const { tokens } = statement.sentence
  for (const { from, to } of rangesBesideCue(statement, language)) {
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? 0
    const match = to > from ? language.times.pattern.exec(text.slice(start, end)) : null
    if (!match) continue
    const at = start + match.index
    const asWritten = match[0]
    return {
      start: at,
      end: at + asWritten.length,
      asWritten,
      ...dateOf(asWritten, publishedAt, language),
    }
  }
  return null
}

/** Returns where the reporter may say when: behind the cue, between subject and verb, before the cue. */
function rangesBesideCue(statement: Attributed, { times: { elsewhen, dating } }: TimeKnowledge): Range[] {
  const { cueTokens, sentence, segments } = statement
  if (!cueTokens) return []
  const { tokens } = sentence
  const isReporters = (token: Token | undefined) =>
    token !== undefined &&
    token.kind !== 'quote' &&
    !/^[;:()]$/.test(token.text) &&
    !segments.some((span) => token.start < span.end && span.start < token.end)
  const isElsewhen = (token: Token | undefined) => elsewhen.has(token?.lower ?? '')
  const isDating = (token: Token | undefined) => dating.has(token?.lower ?? '')
  const { from, to, head } = cueTokens
  let after = to
  while (after < to + REACH && isReporters(tokens[after]) && !isElsewhen(tokens[after])) after++
  let before = from
  while (before > 0 && from - before < REACH && isReporters(tokens[before - 1])) before--
  const ranges = [{ from: to, to: after }]
  // The time must open the words: "Moss on Friday said", not "Moss, jailed on Friday, said".
  if (isDating(tokens[head])) ranges.push({ from: head, to })
  if (isDating(tokens[before]) && !tokens.slice(before, from).some(isElsewhen))
    ranges.push({ from: before, to: from })
  return ranges
}
