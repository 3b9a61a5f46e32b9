import type { Lists, QuotationLists } from '../../text/tags.js'
import { VERBS } from './verbs.js'

/** The German words that the reader of quotations asks for. */
export const QUOTATION_WORDS: Lists<QuotationLists> = {
  pluralVerb: VERBS.plurals,
  sourceWord: 'so laut',
  sourceBehind: 'zufolge',
  sourceOpener: 'nach laut den der',
  sourceNoun:
    'angaben auskunft aussage aussagen worten darstellung einschätzung ansicht meinung überzeugung informationen',
  asWord: 'wie',
  reportedVerb: `
sei seien habe werde könne müsse solle wolle dürfe möge wäre wären hätte hätten würde würden könnte könnten müsste müssten sollte
sollten dürfte dürften gebe gehe komme stehe liege bleibe lasse mache brauche fahre nehme sehe finde wisse trage zahle
halte helfe gelte laufe bringe führe tue denke glaube fehle gehöre verliere bekomme erwarte sterbe spreche rechne plane
`,
  questionWord:
    'ob wann wie warum weshalb wieso wo wohin woher wer wem wen was welche welcher welches wieviel',
  between: `
am im in an auf bei vor nach zu gestern heute später dann auch noch zudem weiter außerdem jedoch dagegen hingegen schließlich
zunächst kürzlich bereits daraufhin dazu darauf anschließend abends morgens mittags wörtlich nun wieder ebenfalls
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
`,
}
