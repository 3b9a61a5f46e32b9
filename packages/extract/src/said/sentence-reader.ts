import type { Mention } from '../names/mention.js'
import type { Sentence } from '../text/sentence.js'
import type { Tag } from '../text/tags.js'
import type { Token } from '../text/token.js'
import type { SentenceDraft } from './sentence-draft.js'

/** Reads the sentences of a language, by rules that ask for the tags of words. */
export interface SentenceReader {
  /** The words of the tags that these rules need besides those that every language gives. */
  lists: Readonly<Partial<Record<Tag, string>>>
  /** All names in a sentence's own words, in order. */
  findNames(text: string, tokens: Token[]): Mention[]
  /** What the cues of a sentence report. */
  readSentence(text: string, sentence: Sentence, mentions: Mention[]): SentenceDraft[]
}
