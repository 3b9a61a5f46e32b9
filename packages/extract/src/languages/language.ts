import type { Mention } from '../names/find-names.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { Sentence } from '../text/sentences.js'
import type { Token } from '../text/tokens.js'

/**
 * What differs from language to language. Marks, paragraphs, runs, who inherits, short names and confidence are the same
 * for all.
 */
export interface Language {
  /** All names in a sentence's own words, in order. */
  findMentions(text: string, tokens: Token[]): Mention[]
  /** What the cues of a sentence report. */
  readSentence(text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[]
  /** Whom a pronoun that speaks means; lower case. */
  pronouns: Readonly<Record<string, SpeakingPronoun>>
}

export type SpeakingPronoun = 'he' | 'she' | 'they' | 'it'
