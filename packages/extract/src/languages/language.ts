import type { AlterationKnowledge } from '../about/alterations-of.js'
import type { TopicKnowledge } from '../about/find-topics.js'
import type { MediumKnowledge } from '../about/mediums-of.js'
import type { TimeKnowledge } from '../about/said-at-of.js'
import type { AttributionKnowledge } from '../attribution/reading.js'
import type { EvidenceKnowledge } from '../names/evidence.js'
import type { ShortNameKnowledge } from '../names/settle-short-names.js'
import type { DashKnowledge } from '../text/dash-quotes.js'
import { createLexicon, type Lexicon } from '../text/lexicon.js'
import type { PageKnowledge } from '../text/segments.js'
import type { Endings, Lists, WordLists } from '../text/tags.js'
import type { VerbForm } from '../text/verb-form.js'
import { wordSet } from '../text/word-set.js'

/**
 * All that is known of a language. Each stage of the pipeline says, in an interface of its own, what it takes from one;
 * this is all of them together. Marks, paragraphs, runs, who inherits and short names are the same for all languages.
 */
export interface Language
  extends PageKnowledge,
    ShortNameKnowledge,
    DashKnowledge,
    EvidenceKnowledge,
    AttributionKnowledge,
    AlterationKnowledge,
    MediumKnowledge,
    TimeKnowledge,
    TopicKnowledge {}

/** A language as it is written down: its words as lists, from which {@link createLanguage} makes the lexicon. */
export interface LanguageSource extends Omit<Language, 'lexicon' | 'abbreviations'> {
  words: Lists<WordLists>
  endings: Endings
  /** Verbs that report, by their forms. */
  verbs: ReadonlyMap<string, VerbForm>
  /** Offices of several words: "prime minister". */
  officePhrases: readonly string[]
  /** Words that keep their full stop, without it. */
  abbreviations: string
}

/** Makes a language of its lists. The lexicon is made with the first word that is looked up. */
export function createLanguage(source: LanguageSource): Language {
  const { words, endings, verbs, officePhrases, abbreviations, ...rest } = source
  let lexicon: Lexicon | undefined
  return {
    ...rest,
    abbreviations: wordSet(abbreviations),
    get lexicon() {
      lexicon ??= createLexicon({
        lists: { ...words, ...rest.reader.lists },
        endings,
        verbs,
        officePhrases,
      })
      return lexicon
    },
  }
}
