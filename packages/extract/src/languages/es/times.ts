import type { TimeKnowledge } from '../../about/said-at-of.js'
import { wordSet } from '../../text/word-set.js'
import { translatedDates } from '../translated-times.js'

const DAY = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)'
const MONTH =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)'
const PART = '(?:por la (?:mañana|tarde|noche))'
const YEAR = '(?:1[5-9]|20)\\d\\d'

export const TIMES: TimeKnowledge['times'] = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[
      `(?:el )?(?:${DAY},? )?\\d{1,2} de ${MONTH}(?: de ${YEAR})?`,
      `en ${MONTH}(?: de ${YEAR})?`,
      `(?:el |este )?(?:pasado )?${DAY}(?: pasado)?(?: ${PART})?`,
      `(?:la semana|el mes|el año) pasad[oa]`,
      `en ${YEAR}`,
      `(?:ayer|anteayer|hoy)(?: ${PART})?`,
    ].join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
  elsewhen: wordSet('tras antes que quien desde cuando'),
  dating: wordSet('el en ayer hoy este durante'),
  parse: translatedDates(`
lunes:monday martes:tuesday miércoles:wednesday jueves:thursday viernes:friday sábado:saturday domingo:sunday enero:january
febrero:february marzo:march abril:april mayo:may junio:june julio:july agosto:august septiembre:september setiembre:september
octubre:october noviembre:november diciembre:december ayer:yesterday hoy:today el: este: en: de: pasado: por: la: mañana:
tarde: noche:
`),
  loose: /(?:semana|anteayer|mes pasado|año pasado)/i,
  sameDay: /\bhoy\b/i,
}
