import { quotationReader } from '../../said/quotation-reader.js'
import { createLanguage } from '../language.js'
import { CONVERSATIONS } from './conversations.js'
import { MEDIUMS } from './mediums.js'
import { NAME_EVIDENCE } from './name-evidence.js'
import { PAGE } from './page.js'
import { SPOKEN_OF } from './people-spoken-of.js'
import { QUOTATION_WORDS } from './quotation-words.js'
import { TIMES } from './times.js'
import { TOPICS } from './topics.js'
import { VERBS } from './verbs.js'
import { WORDS } from './words.js'

/** Direct speech: « … », a déclaré Moss · « … », a-t-elle dit · Moss a dit : « … » · « … », selon Moss. */
export const french = createLanguage({
  words: WORDS,
  endings: { adverbEnding: null, participleEnding: null, pastEnding: null, pluralEnding: null },
  verbs: VERBS.forms,
  officePhrases: [],
  abbreviations: 'm mm mme mlle dr pr st ste av env cf',
  ordinals: null,
  clitics: /^(?:[ldnsjmtc]|qu)['’]|(?:-t)?-(?:il|elle|on|ils|elles|je|nous|vous)$/gi,
  dashSpeech: true,
  page: PAGE,
  ...NAME_EVIDENCE,
  pronounGenders: new Map([
    ['il', 'm'],
    ['elle', 'f'],
  ]),
  peopleEndings: ['ais', 'aise', 'ois', 'oise', 'ien', 'ienne'],
  ...SPOKEN_OF,
  ...CONVERSATIONS,
  editorNote: /^(?:sic|rires?|applaudissements|inaudible|pause|ndlr)$/i,
  mediums: MEDIUMS,
  times: TIMES,
  topics: TOPICS,
  reader: quotationReader(QUOTATION_WORDS, { capitals: 'NAMES', indirect: false }),
})
