import { casual } from 'chrono-node/en'
import type { TimeKnowledge } from '../../about/said-at-of.js'
import { wordSet } from '../../text/word-set.js'

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\\.)'
const YEAR = '(?:1[5-9]|20)\\d\\d'
const NUMBER = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})'
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? ${YEAR})?`

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

export const TIMES: TimeKnowledge['times'] = {
  pattern: TIME,
  elsewhen: wordSet(
    'after before since until till from by when while as who which that because if following amid',
  ),
  dating: wordSet('on in at during last this late early earlier yesterday today tonight speaking'),
  parse: (words, reference) => casual.parse(words, reference),
  loose: /\b(?:week|weekend|weeks|spring|summer|autumn|fall|winter)\b/i,
  sameDay: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i,
}
