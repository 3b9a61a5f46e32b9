import { casual } from 'chrono-node/de'
import type { TimeKnowledge } from '../../about/said-at-of.js'
import { wordSet } from '../../text/word-set.js'

const DAY = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)'
const MONTH = '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)'
const PART = '(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)'
const YEAR = '(?:1[5-9]|20)\\d\\d'
const NUMBER = '(?:einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\\d{1,2})'
const DATE = `\\d{1,2}\\. ?(?:${MONTH}(?: ${YEAR})?|\\d{1,2}\\. ?${YEAR})`

export const TIMES: TimeKnowledge['times'] = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[
      `(?:am )?(?:${DAY},? (?:den |dem )?)?${DATE}`,
      `im ${MONTH}(?: ${YEAR})?`,
      `(?:am |vergangenen |letzten )*${DAY}${PART}?(?: ${PART})?`,
      `(?:in der |im |am )?(?:vergangene[nrms]?|letzte[nrms]?|diese[nrms]?|vorige[nrms]?) (?:wochenende|woche|monat|jahr|sommer|winter|herbst|frühjahr)`,
      `im jahr ${YEAR}`,
      `vor ${NUMBER} (?:tage?n?|wochen?|monate?n?|jahre?n?)`,
      `(?:heute|gestern|vorgestern)(?: ${PART})?`,
    ].join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
  elsewhen: wordSet('nachdem bevor seit bis von als während der die das weil wenn'),
  dating: wordSet('am im in vor heute gestern vorgestern vergangene vergangenen letzte letzten'),
  parse: (words, reference) => casual.parse(words, reference),
  loose: /\b(?:woche|wochen|wochenende|frühjahr|frühling|sommer|herbst|winter)\b/i,
  sameDay: /\b(?:heute)\b/i,
}
