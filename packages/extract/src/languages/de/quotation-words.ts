import type { Lists, QuotationLists } from '../../text/tags.js'
import { VERBS } from './verbs.js'

/** The German words that the reader of quotations asks for. */
export const QUOTATION_WORDS: Lists<QuotationLists> = {
  pluralVerb: VERBS.plurals,
  sourceWord: 'so laut',
  between: `
am im in an auf bei vor nach zu gestern heute später dann auch noch zudem weiter außerdem jedoch dagegen hingegen schließlich
zunächst kürzlich bereits daraufhin dazu darauf anschließend abends morgens mittags wörtlich nun wieder ebenfalls
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
`,
}
