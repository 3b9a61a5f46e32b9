import type { Attributed } from '../attribution/attributed.js'
import type { Token } from '../text/tokens.js'
import type { SaidAt } from '../types.js'
import { resolveDate } from './said-at-date.js'

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\\.)'
const YEAR = '(?:1[5-9]|20)\\d\\d'
const NUMBER = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})'
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? ${YEAR})?`

/** Times as reporters give them beside a cue, the most telling first. */
const TIME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `(?:on )?(?:${DAY},? )?${DATE}`,
    `in (?:(?:early|mid|late)[- ])?${MONTH}(?:,? (?:of )?${YEAR})?`,
    `(?:on |last |this |late |early )*${DAY}(?: (?:morning|afternoon|evening|night))?`,
    `(?:(?:earlier|late|early) )?(?:last|this) (?:week(?:end)?|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|${MONTH})`,
    `in (?:an?|his|her|their|its) ${YEAR} [\\p{Ll}-]+`,
    `in ${YEAR}`,
    `${NUMBER} (?:days?|weeks?|months?|years?) (?:ago|earlier)`,
    'yesterday|today|tonight',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
)
/** What comes after these is when something else was. */
const ELSEWHEN =
  /^(?:after|before|since|until|till|from|by|when|while|as|who|which|that|because|if|following|amid)$/
/** Openers of an adverbial that may date the cue: "On Tuesday, Moss said", "In a 2019 speech". */
const DATING = /^(?:on|in|at|during|last|this|late|early|earlier|yesterday|today|tonight|speaking)$/
const REACH = 24

/** The time that the reporter gives beside the cue, in its own clause; never from the words said. */
export function saidAtOf(
  text: string,
  statement: Attributed,
  publishedAt: string | undefined,
): SaidAt | null {
  // What "On Tuesday Moss wrote:" opens was all written then.
  if (statement.rule === 'RUN' && statement.from) return saidAtOf(text, statement.from, publishedAt)
  const { cueTokens, sentence } = statement
  if (!cueTokens) return null
  const { tokens } = sentence
  const free = (token: Token | undefined) =>
    token !== undefined &&
    token.kind !== 'quote' &&
    !/^[;:()]$/.test(token.text) &&
    !statement.segments.some((span) => token.start < span.end && span.start < token.end)
  const { from, to, head } = cueTokens
  let after = to
  while (after < to + REACH && free(tokens[after]) && !ELSEWHEN.test(tokens[after]?.lower ?? '')) after++
  let before = from
  while (before > 0 && from - before < REACH && free(tokens[before - 1])) before--
  const ranges = [{ from: to, to: after }]
  // "Moss on Friday said", not "Moss, jailed on Friday, said".
  if (DATING.test(tokens[head]?.lower ?? '')) ranges.push({ from: head, to })
  if (
    DATING.test(tokens[before]?.lower ?? '') &&
    !tokens.slice(before, from).some((token) => ELSEWHEN.test(token.lower))
  )
    ranges.push({ from: before, to: from })
  for (const range of ranges) {
    const start = tokens[range.from]?.start ?? 0
    const end = tokens[range.to - 1]?.end ?? 0
    const match = end > start ? TIME.exec(text.slice(start, end)) : null
    if (!match) continue
    const at = start + match.index
    return {
      start: at,
      end: at + match[0].length,
      asWritten: match[0],
      ...resolveDate(match[0], publishedAt),
    }
  }
  return null
}
