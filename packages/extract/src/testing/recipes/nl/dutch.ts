// #region nl
import { createLanguage } from '../../../languages/language.js'
import { quotationReader } from '../../../said/quotation-reader.js'
import { CONVERSATIONS } from './conversations.js'
import { MEDIUMS } from './mediums.js'
import { PAGE } from './page.js'
import { SPOKEN_OF } from './people-spoken-of.js'
import { QUOTATION_WORDS } from './quotation-words.js'
import { TIMES } from './times.js'
import { TOPICS } from './topics.js'
import { VERBS } from './verbs.js'
import { WORDS } from './words.js'

/** Direct speech: “…”, zei Moss · Moss zei: “…” · “…”, aldus Moss. */
export const dutch = createLanguage({
  words: WORDS,
  endings: { adverbEnding: null, participleEnding: null, pastEnding: null, pluralEnding: null },
  verbs: VERBS.forms,
  officePhrases: [],
  abbreviations: 'dr prof mr ir st nr bijv',
  ordinals: null,
  clitics: null,
  dashSpeech: false,
  page: PAGE,
  nicknames: new Map(),
  familyNamesFirst: new Set(),
  generations: new Map([['zoon', 'jr']]),
  ranks: {
    words: new Map([['minister', 'minister']]),
    fielded: new Set(['minister']),
    lower: new Set(['vice']),
    past: new Set(['oud']),
    fillers: new Set(['de', 'van']),
  },
  pronounGenders: new Map([
    ['hij', 'm'],
    ['hem', 'm'],
  ]),
  peopleEndings: ['er', 'se'],
  ...SPOKEN_OF,
  ...CONVERSATIONS,
  editorNote: /^(?:sic|lacht|gelach|applaus)$/i,
  mediums: MEDIUMS,
  times: TIMES,
  topics: TOPICS,
  reader: quotationReader(QUOTATION_WORDS, { capitals: 'NAMES', indirect: false }),
})
// #endregion
