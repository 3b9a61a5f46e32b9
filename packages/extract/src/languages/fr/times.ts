import type { TimeKnowledge } from '../../about/said-at-of.js'
import { wordSet } from '../../text/word-set.js'
import { translatedDates } from '../translated-times.js'

const DAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)'
const MONTH = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'
const PART = '(?:matin|midi|soir|après-midi)'
const YEAR = '(?:1[5-9]|20)\\d\\d'

export const TIMES: TimeKnowledge['times'] = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[
      `(?:le )?(?:${DAY} )?\\d{1,2}(?:er)? ${MONTH}(?: ${YEAR})?`,
      `en ${MONTH}(?: ${YEAR})?`,
      `(?:le )?${DAY}(?: dernier)?(?: ${PART})?`,
      `(?:la semaine|le mois|l['’]année|l['’]an) (?:dernière?|passée?)`,
      `en ${YEAR}`,
      `(?:hier|avant-hier|aujourd['’]hui)(?: ${PART})?`,
    ].join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
  elsewhen: wordSet("après avant que qu' qui depuis lorsque quand"),
  dating: wordSet('le en hier lors dans ce'),
  parse: translatedDates(`
lundi:monday mardi:tuesday mercredi:wednesday jeudi:thursday vendredi:friday samedi:saturday dimanche:sunday janvier:january
février:february mars:march avril:april mai:may juin:june juillet:july août:august septembre:september octobre:october
novembre:november décembre:december hier:yesterday aujourd'hui:today le: en: dernier: matin: midi: soir: après-midi:
`),
  loose: /(?:semaine|avant-hier|mois dernier|l['’]an)/i,
  sameDay: /aujourd['’]hui/i,
}
