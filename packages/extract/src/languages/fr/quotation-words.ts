import type { Lists, QuotationLists } from '../../text/tags.js'
import { VERBS } from './verbs.js'

/** The French words that the reader of quotations asks for. It finds direct speech only. */
export const QUOTATION_WORDS: Lists<QuotationLists> = {
  pluralVerb: VERBS.plurals,
  sourceWord: 'selon',
  sourceBehind: '',
  sourceOpener: '',
  sourceNoun: '',
  asWord: '',
  reportedVerb: '',
  questionWord: '',
  between: `
hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche ensuite alors aussi également encore ainsi enfin mercredi
notamment toutefois cependant d'emblée à en dans sur au aux ce jeudi-là soir matin s' se la-dessus récemment déjà pour sa son part
presse
`,
}
