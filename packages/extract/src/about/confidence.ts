import type { Attributed } from '../attribution/attributed.js'

/**
 * How often a rule is right about words and speaker together, by kind of statement.
 * Set by hand, with news text that people annotated as the yardstick.
 */
const BASE: Record<Attributed['rule'], Record<Attributed['kind'], number>> = {
  BEFORE: { DIRECT: 0.97, MIXED: 0.86, INDIRECT: 0.84 },
  AFTER: { DIRECT: 0.93, MIXED: 0.9, INDIRECT: 0.85 },
  AROUND: { DIRECT: 0.97, MIXED: 0.78, INDIRECT: 0.82 },
  ACCORDING: { DIRECT: 0.93, MIXED: 0.92, INDIRECT: 0.92 },
  NOUN: { DIRECT: 0.8, MIXED: 0.75, INDIRECT: 0.7 },
  COLON: { DIRECT: 0.93, MIXED: 0.88, INDIRECT: 0.8 },
  DASH: { DIRECT: 0.97, MIXED: 0.8, INDIRECT: 0.7 },
  TURN: { DIRECT: 0.93, MIXED: 0.93, INDIRECT: 0.9 },
  RUN: { DIRECT: 0.85, MIXED: 0.75, INDIRECT: 0.65 },
  BARE_SENTENCE: { DIRECT: 0.94, MIXED: 0.8, INDIRECT: 0.7 },
  BARE_PARAGRAPH: { DIRECT: 0.75, MIXED: 0.65, INDIRECT: 0.5 },
  UNCUED: { DIRECT: 0.4, MIXED: 0.3, INDIRECT: 0.3 },
  MOSTLY_QUOTED: { DIRECT: 0.7, MIXED: 0.6, INDIRECT: 0.5 },
}
/** Rules whose cue is no verb and that are never doubtful for it. */
const SURE_RULES = new Set<Attributed['rule']>(['ACCORDING', 'COLON', 'DASH'])

/** Returns how sure the extractor is that span and speaker are right: 0 to 1, with two decimals. */
export function confidenceOf(statement: Attributed): number {
  let value = BASE[statement.rule][statement.kind]
  if (statement.from) value *= Math.min(1, confidenceOf(statement.from) + 0.05)
  else {
    if (statement.verbClass === 'OBJECT') value *= 0.8
    else if (statement.kind === 'INDIRECT' && !statement.plain && !isSure(statement)) value *= 0.9
    if (statement.doubtful) value *= 0.92
    if (statement.subject === 'PRONOUN') value *= statement.entity ? 0.87 : 0.6
  }
  return Math.round(value * 100) / 100
}

const isSure = ({ traits, rule }: Attributed) => traits.has('SURE') || SURE_RULES.has(rule)
