import type { ClauseLists } from './clause-lists.js'

/**
 * What a word is by itself, whatever stands around it. Every token carries the tags of its word, so that the rules ask
 * for a tag and never look at spellings. A language gives the words of each tag as one string, separated by white space,
 * in lower case.
 */
export type Tag = keyof WordLists | keyof ClauseLists | keyof QuotationLists | keyof Endings | 'function'

/** Gathers the words of each tag. */
export type Lists<T> = { [tag in keyof T]: string }

/** The words that every language gives. An empty string says that the language has none. */
export interface WordLists {
  /** "the", "some", "his". */
  determiner: string
  /** "of", "during". */
  preposition: string
  /** "and", "but". */
  conjunction: string
  /** "because", "whether": opens a subordinate clause. */
  subordinator: string
  /** "has", "would". */
  auxiliary: string
  /** "has", "had": marks that something was said on another occasion. */
  perfect: string
  /** "not", "never". */
  negation: string
  /** "may", "would": what it is said with need not be. */
  modal: string
  /** Subjects and determiners that leave nobody to speak: "no", "none", "few". */
  noOne: string
  /** After "no" these deny nobody: "No doubt Moss said", "No fewer than six said". */
  afterNo: string
  /** Under these nothing is said: "if", "unless", "suppose". */
  unreal: string
  /** Likewise before a verb in the present: "until". */
  pending: string
  /** "he", "these". */
  pronoun: string
  /** Pronouns that an editor puts in brackets for somebody else's words: "[him]", "[our]". */
  replacingPronoun: string
  /** "also", "often". */
  adverb: string
  /** Opens an adverbial at the head of a sentence, so that the subject follows its comma: "on", "asked". */
  fronting: string
  /** "yesterday", "later". */
  time: string
  /** "week", "morning". */
  period: string
  /** "monday". */
  day: string
  /** Opens a reported clause: "that". */
  that: string
  /** Speaks for several: "they". */
  they: string
  /** Speaks of the author or of nobody in particular: "I", "one", "somebody". */
  self: string
  /** Speaks without a name: "officials", "critics". */
  nameless: string
  /** Begins a sentence after an abbreviation: "in the U.S. The bill". */
  sentenceOpener: string
  /** Abbreviations whose full stop never ends a sentence, with that full stop: "mr.". */
  midSentence: string
  /** Words that titles write in lower case: "of", "the". */
  small: string
  /** One-word offices and ranks: "minister". */
  office: string
  /** Stands before a surname and is no office: "mrs.". */
  honorific: string
  /** Nouns and honorifics that tell that somebody is a man: "spokesman". */
  maleNoun: string
  /** Likewise for women. */
  femaleNoun: string
  /** First names that only men have, or hardly anybody else. */
  maleName: string
  femaleName: string
  /** Joins the parts of a name: "van", "de". */
  nameParticle: string
  /** Stands before a place: "in", "near". */
  locative: string
  /** Words too common for a key phrase that are no function words: "people". */
  common: string
}

/**
 * The words that the reader of quotations needs besides; see `said/quotation-reader.ts`. Without the words of indirect
 * speech, it finds direct speech only.
 */
export interface QuotationLists {
  /** Plural forms of verbs that report: a pronoun beside them means several. */
  pluralVerb: string
  /** Names a source without a verb: "so Moss", "laut Moss". */
  sourceWord: string
  /** Stands between verb and speaker: an adverb, a preposition, a day. */
  between: string
  /** Stands behind a source: "Moss zufolge". */
  sourceBehind: string
  /** Opens a source with a noun of the next list: "nach" of "nach Angaben von Moss". */
  sourceOpener: string
  /** "Angaben": what a source gives. */
  sourceNoun: string
  /** Opens a clause that names the speaker: "wie" of "wie Moss sagte". */
  asWord: string
  /** Finite verbs that tell that the words are somebody else's: "sei". */
  reportedVerb: string
  /** Opens a reported question: "ob". */
  questionWord: string
}

/** Endings that tell what a word is; null where a language has no such ending. */
export interface Endings {
  /** "quickly". */
  adverbEnding: RegExp | null
  /** "saying". */
  participleEnding: RegExp | null
  /** "walked". */
  pastEnding: RegExp | null
  /** "ministers". */
  pluralEnding: RegExp | null
}
