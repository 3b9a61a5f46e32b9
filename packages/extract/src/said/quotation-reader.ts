import { type Capitals, findNamesBesideCues } from '../names/names-beside-cues.js'
import type { Lists, QuotationLists } from '../text/tags.js'
import { readQuotations } from './read-quotations.js'
import { readReported } from './read-reported.js'
import type { SentenceReader } from './sentence-reader.js'

/** What a reader of quotations finds. */
interface Reach {
  /** What capitals tell: names alone, or, as in German, all nouns. */
  capitals: Capitals
  /** Whether the lists have the words of indirect speech, and it stands behind a comma. */
  indirect: boolean
}

/** Reads direct speech, and names beside it, in a language of which no more is known than some words. */
export const quotationReader = (
  lists: Lists<QuotationLists>,
  { capitals, indirect }: Reach,
): SentenceReader => ({
  lists,
  findNames: (text, tokens) => findNamesBesideCues(text, tokens, capitals),
  readSentence: (text, sentence, mentions) => {
    const drafts = readQuotations(sentence, mentions, indirect)
    return drafts || !indirect ? (drafts ?? []) : readReported(text, sentence, mentions)
  },
})
