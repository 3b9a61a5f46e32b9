import { casual } from 'chrono-node/nl'
import type { TimeKnowledge } from '../../../about/said-at-of.js'
import { wordSet } from '../../../text/word-set.js'

export const TIMES: TimeKnowledge['times'] = {
  pattern: /(?<!\p{L})(?:op )?(?:maan|dins|woens|donder|vrij|zater|zon)dag(?!\p{L})/iu,
  elsewhen: wordSet('nadat voordat die dat'),
  dating: wordSet('op in gisteren'),
  parse: (words, reference) => casual.parse(words, reference),
  loose: /\b(?:week|weekend|zomer|winter)\b/i,
  sameDay: /\bvandaag\b/i,
}
