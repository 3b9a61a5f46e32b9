import type { Attributed } from '../attribution/attributed.js'

type ByKind = Record<Attributed['kind'], number>

/**
 * How often the words of a rule are right, by kind of statement. All numbers here are shares counted on news articles that
 * people annotated (`npm run bench -- extract` prints how often drafts of each confidence are right there, and on other
 * articles), rounded; rules with few drafts are set by hand.
 */
const WORDS: Record<Attributed['rule'], ByKind> = {
  BEFORE: { DIRECT: 0.99, MIXED: 0.85, INDIRECT: 0.82 },
  AFTER: { DIRECT: 0.98, MIXED: 0.91, INDIRECT: 0.91 },
  AROUND: { DIRECT: 0.96, MIXED: 0.79, INDIRECT: 0.88 },
  ACCORDING: { DIRECT: 0.85, MIXED: 0.93, INDIRECT: 0.83 },
  NOUN: { DIRECT: 0.85, MIXED: 0.8, INDIRECT: 0.8 },
  COLON: { DIRECT: 0.97, MIXED: 0.88, INDIRECT: 0.8 },
  DASH: { DIRECT: 0.9, MIXED: 0.8, INDIRECT: 0.7 },
  TURN: { DIRECT: 0.88, MIXED: 0.88, INDIRECT: 0.85 },
  RUN: { DIRECT: 0.85, MIXED: 0.75, INDIRECT: 0.65 },
  BARE_SENTENCE: { DIRECT: 0.95, MIXED: 0.8, INDIRECT: 0.7 },
  BARE_PARAGRAPH: { DIRECT: 0.9, MIXED: 0.7, INDIRECT: 0.5 },
  UNCUED: { DIRECT: 0.42, MIXED: 0.35, INDIRECT: 0.3 },
  MOSTLY_QUOTED: { DIRECT: 0.75, MIXED: 0.75, INDIRECT: 0.5 },
}

/** What is left of it for a verb that takes a noun phrase: "praised the plan". */
const OBJECT: ByKind = { DIRECT: 0.94, MIXED: 0.91, INDIRECT: 0.78 }
/** Likewise for words that neither "that" nor a mark opens, behind a verb that does not always report. */
const LOOSE: ByKind = { DIRECT: 1, MIXED: 0.88, INDIRECT: 0.74 }
/** Likewise for a verb that narrates as often as it reports. */
const DOUBTFUL: ByKind = { DIRECT: 1, MIXED: 0.87, INDIRECT: 0.92 }

/** How often the speaker of right words is right, by what names the speaker at the cue. */
const SPEAKER: Record<Attributed['subject'], number> = { NAME: 0.98, NOUN: 0.95, PRONOUN: 0.91 }
/** Likewise when nobody is found for it. A noun often names nobody. */
const NOBODY: Record<Attributed['subject'], number> = { NAME: 0.4, NOUN: 0.95, PRONOUN: 0.6 }

/** Rules whose cue is no verb and that are never doubtful for it. */
const SURE_RULES = new Set<Attributed['rule']>(['ACCORDING', 'COLON', 'DASH'])

/** Returns how sure the extractor is that span and speaker are right: 0 to 1, with two decimals. */
export function confidenceOf(statement: Attributed): number {
  const { rule, kind, from, subject, entity } = statement
  let value = WORDS[rule][kind]
  if (from) value *= Math.min(1, confidenceOf(from) + 0.05)
  else {
    if (statement.verbClass === 'OBJECT') value *= OBJECT[kind]
    else if (!statement.plain && !isSure(statement)) value *= LOOSE[kind]
    if (statement.doubtful) value *= DOUBTFUL[kind]
    if (rule !== 'UNCUED') value *= (entity ? SPEAKER : NOBODY)[subject]
  }
  return Math.round(value * 100) / 100
}

const isSure = ({ traits, rule }: Attributed) => traits.has('SURE') || SURE_RULES.has(rule)
