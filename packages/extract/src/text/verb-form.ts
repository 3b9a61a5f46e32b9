/** What follows the verb: the words themselves, a hearer, somebody asked, or a noun phrase. */
export type VerbClass = 'CLAUSE' | 'HEARER' | 'ASKING' | 'OBJECT'

/** What a rule asks of a verb, whatever its form. */
export type VerbTrait =
  /** Confirms what it reports hardly ever by chance: "say", "argue". */
  | 'SURE'
  /** Stands before its subject after the words: "“…,” said Moss". */
  | 'INVERTING'
  /** May have a hearer before "that": "warned the town that". */
  | 'WARNING'
  /** Takes an infinitive that tells what is promised: "vowed to rebuild". */
  | 'PROMISING'
  /** Takes the infinitive of speaking that does not come: "declined to say". */
  | 'REFUSING'
  /** Says that its words are not so, or says no to them: "deny", "reject". */
  | 'DENYING'
  /** Asks, unless an infinitive or "for" follows: "ask". */
  | 'QUESTIONING'
  /** Undertakes what its words tell, in an infinitive or not: "vow". */
  | 'VOWING'
  /** Wants others to do what its words tell: "urge". */
  | 'DEMANDING'
  /** Its subject may as well be a thing: "the figures suggest". */
  | 'INANIMATE'
  /** Its participle takes a thing as often as words: "adding a few days". */
  | 'ADDING'
  /** Takes a thing as often as words: "wrote some verses", "claimed the land". */
  | 'COMPOSING'
  /** Gives a thing its name as often as it reports: "a play called “The Weir”". */
  | 'NAMING'
  /** Tells whoever stands behind it: "told reporters". */
  | 'TELLING'
  /** Its words were written: "wrote". */
  | 'WRITING'
  /** Its words are a post: "tweeted". */
  | 'TWEETING'
  /** Its words are a post unless an article is named: "posted". */
  | 'POSTING'

export interface VerbForm {
  lemma: string
  tense: 'base' | 'third' | 'past' | 'ing'
  classes: ReadonlySet<VerbClass>
  traits: ReadonlySet<VerbTrait>
  /** As often a noun as a verb. */
  nounLike: boolean
  /** As often narration as report. */
  weak: boolean
  /**
   * Particles that turn it into a verb that takes a noun phrase: "called for". For the reader of quotations, those of
   * which one ends its clause when it reports: "räumte … ein".
   */
  particles: readonly string[]
}

/** The traits of words that report and are no verbs. */
export const NO_TRAITS: ReadonlySet<VerbTrait> = new Set()
