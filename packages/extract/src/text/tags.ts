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

/** The words that the reader of clauses needs besides; see `said/clause-reader.ts`. */
export interface ClauseLists {
  /** Ends a name: "jr.". */
  nameSuffix: string
  /** A capitalised name with such a word is a body: "ministry". */
  body: string
  /** Bodies and places that speak under one name: "tehran". */
  metonym: string
  /** Capitalised plurals that speak as a group: "republicans". */
  group: string
  /** Adjectives of place and party, never a name by themselves: "british". */
  nameAdjective: string
  /** Capitalised words that are no names: "monday". */
  notName: string
  /** Months that are surnames, too: "may". */
  surnameMonth: string
  month: string
  /** Joins the words of an office: "of", "press". */
  roleJoiner: string
  /** "until", "former": the office is over. */
  pastOffice: string
  /** Stands between a name and its office: "the", "who". */
  officeOpener: string
  /** Shows that a name has no office behind it: a verb of its own. */
  officeStop: string
  be: string
  have: string
  possessive: string
  /** "only", "merely": "not only said" and "would say only" are said. */
  merely: string
  /** With these "would" tells what came to pass: "would later say". */
  laterOn: string
  /** "hardly", "almost": takes back what it stands before. */
  hardly: string
  /** "anybody", "any": nobody, behind "hardly". */
  anyone: string
  /** Before "quoted as saying" these say that nobody said it: "wrongly". */
  misquoting: string
  /** Stands before the subject of a question, and is no first name as "Will" is: "did". */
  inverter: string
  /** Says that a clause is not so, or may not be: "unclear", "false". */
  doubting: string
  /** Takes a clause for granted, negated or not: "surprising", "secret". */
  factive: string
  /** Takes a clause without "that": "think", "true". */
  thatless: string
  /** Says where or in what words stood: "interview". */
  venue: string
  /** "claim", "warning": reports with an owner before and "that" behind. */
  reportingNoun: string
  /** Reporting nouns that say no: "denial", "doubt". */
  denyingNoun: string
  /** Reporting nouns that undertake something: "promise". */
  vowingNoun: string
  /** Reporting nouns that want others to do something: "demand". */
  demandingNoun: string
  /** Particles with which a verb wants others to do something: "called for", "asked for". */
  demandingParticle: string
  /** "voiced", "issued": a reporting noun is its object. */
  utteringVerb: string
  /** Past and third person of verbs that report only right beside a quotation: "sighed". */
  mannerVerb: string
  /** Particles of such verbs: "burst out". */
  mannerParticle: string
  /** Infinitives of speaking that somebody may refuse: "declined to say". */
  speakingInfinitive: string
  /** "went on to say", "appeared to suggest": the infinitive reports as the finite verb would. */
  carrier: string
  /** Stands before a plain verb form as its subject or auxiliary: "people", "did". */
  pluralSubject: string
  /** Shows that a form that may be a verb is a noun: "such", "own". */
  nounMarker: string
  /** "whether", "when". */
  questionWord: string
  /** "statement", "letter": a participle after it is what its author says. */
  writing: string
  /** "he", "she", "they", "it". */
  speakingPronoun: string
  /** Pronouns that are subjects. */
  subjectPronoun: string
  /** Determiners that stand alone as a subject: "some", "both". */
  bareDeterminer: string
  /** Finite auxiliaries. */
  finite: string
  /** Shows that some words are a clause: finite auxiliaries and subjects. */
  clauseSign: string
  /** Takes in what others say: "heard". A colon behind it does not introduce the words of its subject. */
  takingVerb: string
  /** Past forms of verbs without an ending: "sent", "took". */
  irregularVerb: string
  /** Nouns for words, whose owner a colon behind them quotes: "her answer: “…”". */
  utterance: string
  /** Ends a noun phrase leftwards: "than", "whom". */
  phraseBoundary: string
  /** Is dropped from the head of a noun phrase: "meanwhile". */
  phraseLeader: string
  /** Takes "to" and a name: "adviser to Moss". */
  envoy: string
  /** Opens what stands between commas and is no subject: "including". */
  appositionAside: string
  /** Opens a clause inside a noun phrase: "who", "because". */
  clauseOpener: string
  /** Joins a clause of the reporter's to the words before it: "but", "while". */
  clauseJoiner: string
  /** Links a sentence to the one before, with a comma behind: "however". */
  sentenceLink: string
  /** Opens a clause whose speaker is not the sentence's: "after", "where". */
  nestedOpener: string
  /** Stands between an auxiliary and its verb: "repeatedly". */
  groupAdverb: string
  /** With these a time is a link to what came before: "this", "however". */
  timeLink: string
  /** Opens what the reporter adds after ", Moss said,". */
  asideOpener: string
  /** After "said" these open the reporter's words. */
  sayStop: string
  /** After other verbs these do, too: "toward", "into". */
  looseStop: string
  /** Opens a clause that cannot stand alone: "though". */
  dependentOpener: string
  /** Opens a clause before the main clause: "while", "despite". */
  frontedOpener: string
  /** Opens a clause before the main clause that may have a cue of its own. */
  leadingOpener: string
  /** Irregular past forms that narrate: "went". */
  narrating: string
  /** Irregular past forms: "gave". */
  irregularPast: string
  /** What a speaker does before or after speaking, past form or participle: "left", "leaving", "smiled". */
  departing: string
  /** What is done with a speaker who goes: "led". */
  led: string
  /** What a speaker does while speaking, or his words bring about: "smiling", "prompting". */
  gesture: string
  /** Tells how somebody answers what was said: "disagreed". */
  responding: string
  /** Past forms that tell of no deed: "felt". */
  stative: string
  /** How words are received: "applause". */
  reaction: string
  /** A noun for what was just said: "a claim that nobody believed". */
  sumUp: string
  /** Behind a dash it opens no main clause: "— and fast". */
  dashJoiner: string
  /** Ends what a verb takes as its object: "which", "whose". */
  objectStop: string
  /** Words in -ing that are no participles: "nothing". */
  falseParticiple: string
  /** After "told" these open the words, not a hearer. */
  hearerStop: string
  /** Hearers of one word: "me", "reporters". */
  hearer: string
  /** Ends a hearer: "whether", "not". */
  afterHearer: string
  /** Shows that a clause begins: a finite verb or its subject. */
  clauseWord: string
  /** Opens an adverbial beside a cue: "during", "via". */
  adjunctPreposition: string
  /** "last", "next": tells which week or day. */
  whichPeriod: string
  /** Time words that may open the words said as well. */
  ambiguousTime: string
  /** Time words that open the words said when they open the sentence: "Instead, Moss said, …". */
  turn: string
  /** Tells how much was said, and not what: "nothing". */
  amountSaid: string
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
