import { quotationReader } from '../../said/quotation-reader.js'
import { NO_WORDS } from '../../text/word-set.js'
import { english } from '../en/english.js'
import { FEMALE_NAMES, MALE_NAMES } from '../first-names.js'
import { createLanguage } from '../language.js'

/** Matches nothing. */
const NEVER = /(?!)/

/**
 * What is known of a language without rules: marks, colons, dashes and common first names, which ask for no grammar. Its
 * pages are told by the signs that pages of all languages have.
 */
export const unread = createLanguage({
  words: {
    ...{ determiner: '', preposition: '', conjunction: '', subordinator: '', auxiliary: '', perfect: '' },
    ...{ negation: '', pronoun: '', replacingPronoun: '', adverb: '', fronting: '', time: '', period: '' },
    ...{
      day: '',
      that: '',
      they: '',
      self: '',
      nameless: '',
      sentenceOpener: '',
      midSentence: '',
      small: '',
    },
    ...{ modal: '', noOne: '', afterNo: '', unreal: '', pending: '' },
    ...{ office: '', maleNoun: '', femaleNoun: '', locative: '', common: '' },
    honorific: 'dr dr. prof prof.',
    maleName: MALE_NAMES,
    femaleName: FEMALE_NAMES,
    nameParticle: 'de del della di da do dos das van von der den ten la le al bin el',
  },
  endings: { adverbEnding: null, participleEnding: null, pastEnding: null, pluralEnding: null },
  verbs: new Map(),
  officePhrases: [],
  abbreviations: 'dr prof st',
  ordinals: null,
  clitics: null,
  dashSpeech: false,
  page: { ...english.page, titleCase: false },
  nicknames: new Map(),
  familyNamesFirst: NO_WORDS,
  generations: new Map(),
  ranks: { words: new Map(), fielded: NO_WORDS, lower: NO_WORDS, past: NO_WORDS, fillers: NO_WORDS },
  pronounGenders: new Map(),
  peopleEndings: [],
  pronouns: new Map(),
  descriptions: {
    ...{ openers: NO_WORDS, articles: NO_WORDS, fillers: NO_WORDS, recent: NO_WORDS, nobody: NO_WORDS },
    stem: (word) => word,
    genderOf: () => null,
  },
  pairs: { phrase: NEVER, anybody: NO_WORDS, gendered: new Map(), singular: (noun) => noun },
  turns: { noName: NEVER },
  interview: english.interview,
  editorNote: /^sic$/i,
  mediums: {
    ...{
      networks: NO_WORDS,
      networkPhrase: NEVER,
      posts: NO_WORDS,
      briefings: NO_WORDS,
      briefingPhrase: NEVER,
    },
    ...{
      reporters: NO_WORDS,
      interviews: NO_WORDS,
      outlets: NO_WORDS,
      articles: NO_WORDS,
      writings: NO_WORDS,
    },
    ...{
      speeches: NO_WORDS,
      audiences: NO_WORDS,
      placing: NO_WORDS,
      placeStops: NO_WORDS,
      hearerStops: NO_WORDS,
    },
  },
  times: { ...english.times, pattern: NEVER },
  topics: [],
  reader: quotationReader(
    {
      ...{ pluralVerb: '', sourceWord: '', between: '', sourceBehind: '', sourceOpener: '', sourceNoun: '' },
      ...{ asWord: '', reportedVerb: '', questionWord: '' },
    },
    { capitals: 'NAMES', indirect: false },
  ),
})
