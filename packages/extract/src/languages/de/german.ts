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

/**
 * Direct and indirect speech: „…“, sagte Moss · Moss sagte: „…“ · „…“, so Moss · Moss sagte, dass … · …, sagte Moss · Laut
 * Moss ….
 */
export const german = createLanguage({
  words: WORDS,
  endings: { adverbEnding: null, participleEnding: null, pastEnding: null, pluralEnding: null },
  verbs: VERBS.forms,
  officePhrases: [],
  abbreviations:
    'dr prof st nr bzw vgl ca evtl inkl usw mio mrd str tel abs art hr fr jh jhd dipl ing phil med',
  ordinals: /^\d{1,2}$/,
  clitics: null,
  dashSpeech: false,
  page: PAGE,
  ...NAME_EVIDENCE,
  // "sie", "ihr" and "sein" mean too many to tell anybody by.
  pronounGenders: new Map(),
  peopleEndings: ['er', 'isch', 'ische', 'ischen', 'ischer'],
  ...SPOKEN_OF,
  ...CONVERSATIONS,
  editorNote: /^(?:sic|lacht|gelächter|applaus|beifall|unverständlich|pause|anm\. .{1,20})$/i,
  mediums: MEDIUMS,
  times: TIMES,
  topics: TOPICS,
  reader: quotationReader(QUOTATION_WORDS, { capitals: 'NOUNS', indirect: true }),
})
