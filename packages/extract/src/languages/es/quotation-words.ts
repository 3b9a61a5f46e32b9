import type { Lists, QuotationLists } from '../../text/tags.js'
import { VERBS } from './verbs.js'

/** The Spanish words that the reader of quotations asks for. It finds direct speech only. */
export const QUOTATION_WORDS: Lists<QuotationLists> = {
  pluralVerb: VERBS.plurals,
  sourceWord: 'según',
  sourceBehind: '',
  sourceOpener: '',
  sourceNoun: '',
  asWord: '',
  reportedVerb: '',
  questionWord: '',
  between: `
ayer hoy lunes martes miércoles jueves viernes sábado domingo luego después también además entonces así asimismo ya en a al ante
este esta el-lunes se le les lo recientemente tarde noche por su parte la prensa
`,
}
