import { casual } from 'chrono-node/en'
import type { TimeKnowledge } from '../../about/said-at-of.js'
import { wordSet } from '../../text/word-set.js'

/** German words of dates and the English ones, which the parser of dates reads, as “german:english”. */
const ENGLISH = new Map(
  `
montag:monday dienstag:tuesday mittwoch:wednesday donnerstag:thursday freitag:friday samstag:saturday sonnabend:saturday
sonntag:sunday januar:january jänner:january februar:february märz:march april:april mai:may juni:june juli:july august:august
september:september oktober:october november:november dezember:december heute:today gestern:yesterday im: am: den: dem: jahr:
vergangenen:last letzten:last einem:one einer:one zwei:two drei:three vier:four fünf:five sechs:six sieben:seven acht:eight
neun:nine zehn:ten tag:day tage:days tagen:days woche:weeks wochen:weeks monat:months monate:months monaten:months jahre:years
jahren:years
`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

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
  parse: (words, reference) => casual.parse(inEnglish(words), reference),
  loose: /\b(?:woche|wochen|wochenende|frühjahr|frühling|sommer|herbst|winter)\b/i,
  sameDay: /\b(?:heute)\b/i,
}

const BEFORE_TODAY = /^(vorgestern)\b|^vor (.+)$/

/** "am 4. Januar 2019" as "4 january 2019", "vor drei Tagen" as "three days ago". */
function inEnglish(words: string): string {
  const lower = words
    .toLowerCase()
    .replace(new RegExp(`(${DAY})${PART}`), '$1')
    .replace(new RegExp(`(?<=[\\p{L}]) ${PART}$`, 'u'), '')
    .replace(/(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})/, '$3-$2-$1')
    .replace(BEFORE_TODAY, (_, two, span) => (two ? 'zwei tage ago' : `${span} ago`))
  return lower
    .split(/[ ,]+/)
    .map((word) => word.replace(/^(\d{1,2})\.$/, '$1'))
    .map((word) => ENGLISH.get(word) ?? word)
    .join(' ')
    .trim()
}
