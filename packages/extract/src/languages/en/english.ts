import { clauseReader } from '../../said/clause-reader.js'
import { createLanguage } from '../language.js'
import { ABBREVIATIONS } from './abbreviations.js'
import { CLAUSE_WORDS } from './clause-words.js'
import { CONVERSATIONS } from './conversations.js'
import { MEDIUMS } from './mediums.js'
import { NAME_EVIDENCE } from './name-evidence.js'
import { PAGE } from './page.js'
import { OFFICE_PHRASES } from './people.js'
import { SPOKEN_OF } from './people-spoken-of.js'
import { TIMES } from './times.js'
import { TOPICS } from './topics.js'
import { verbForms } from './verb-forms.js'
import { WORDS } from './words.js'

/** Direct, mixed and indirect speech. */
export const english = createLanguage({
  words: WORDS,
  endings: {
    adverbEnding: /^(?!family$)\p{L}{3,}ly$/u,
    participleEnding: /^\p{L}{2,}ing$/u,
    pastEnding: /^\p{L}{3,}ed$/u,
    pluralEnding: /[^s]s$/,
  },
  verbs: verbForms(),
  officePhrases: OFFICE_PHRASES,
  abbreviations: ABBREVIATIONS,
  ordinals: null,
  clitics: null,
  dashSpeech: false,
  page: PAGE,
  ...NAME_EVIDENCE,
  pronounGenders: new Map([
    ['he', 'm'],
    ['him', 'm'],
    ['his', 'm'],
    ['she', 'f'],
    ['her', 'f'],
    ['hers', 'f'],
  ]),
  peopleEndings: ['n', 'an', 'ian', 'ese', 'ish'],
  ...SPOKEN_OF,
  ...CONVERSATIONS,
  editorNote: /^(?:sic|laughs|laughter|applause|inaudible|crosstalk|pause|emphasis \w+)$/i,
  mediums: MEDIUMS,
  times: TIMES,
  topics: TOPICS,
  reader: clauseReader(CLAUSE_WORDS),
})
