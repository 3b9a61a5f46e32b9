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

/** Direct speech: «…», dijo Moss · «…», ha dicho ella · Moss dijo: «…» · «…», según Moss · —…, dijo Moss. */
export const spanish = createLanguage({
  words: WORDS,
  endings: { adverbEnding: null, participleEnding: null, pastEnding: null, pluralEnding: null },
  verbs: VERBS.forms,
  officePhrases: [],
  abbreviations: 'sr sra dr dra d ud av prof st',
  ordinals: null,
  clitics: null,
  dashSpeech: true,
  page: PAGE,
  ...NAME_EVIDENCE,
  pronounGenders: new Map([
    ['él', 'm'],
    ['ella', 'f'],
  ]),
  peopleEndings: ['ano', 'ana', 'és', 'esa', 'eño', 'eña'],
  ...SPOKEN_OF,
  ...CONVERSATIONS,
  editorNote: /^(?:sic|risas?|aplausos|inaudible|pausa)$/i,
  mediums: MEDIUMS,
  times: TIMES,
  topics: TOPICS,
  reader: quotationReader(QUOTATION_WORDS, { capitals: 'NAMES', indirect: false }),
})
