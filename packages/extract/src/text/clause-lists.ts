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
  /** What others feel about them: "surprise". */
  felt: string
  /** What a body has that rises and falls: "shares". */
  tradedNoun: string
  /** What somebody who speaks may ask not to be: "named". */
  naming: string
  /** Tells, with a time beside it, that it is still to be said: "will say on Monday". */
  future: string
  /** "tomorrow", "next". */
  futureTime: string
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
