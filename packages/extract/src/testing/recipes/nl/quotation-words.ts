import type { Lists, QuotationLists } from '../../../text/tags.js'
import { VERBS } from './verbs.js'

export const QUOTATION_WORDS: Lists<QuotationLists> = {
  pluralVerb: VERBS.plurals,
  sourceWord: 'aldus volgens',
  between: 'gisteren vandaag maandag dinsdag op in ook nog daarna',
  sourceBehind: '',
  sourceOpener: '',
  sourceNoun: '',
  asWord: '',
  reportedVerb: '',
  questionWord: '',
}
