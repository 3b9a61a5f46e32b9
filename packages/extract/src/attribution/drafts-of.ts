import type { ReadSentence } from '../names/read-body.js'
import type { SentenceDraft } from '../said/sentence-draft.js'
import type { SentenceReader } from '../said/sentence-reader.js'
import type { WordKnowledge } from '../text/tokens.js'

/** What reading sentences takes from a language. */
export interface ReadingKnowledge extends WordKnowledge {
  reader: SentenceReader
}

/** Returns what the cues of a sentence report, said or not; nothing for a headline among the body. */
export function draftsOf(
  text: string,
  sentence: ReadSentence,
  { reader }: ReadingKnowledge,
): SentenceDraft[] {
  return sentence.headline ? [] : reader.readSentence(text, sentence, sentence.mentions)
}
