import { findNamesBesideCues } from '../names/names-beside-cues.js'
import type { Lists, QuotationLists } from '../text/tags.js'
import { readQuotations } from './read-quotations.js'
import type { SentenceReader } from './sentence-reader.js'

/** Reads direct speech, and names beside it, in a language of which no more is known than some words. */
export const quotationReader = (lists: Lists<QuotationLists>): SentenceReader => ({
  lists,
  findNames: findNamesBesideCues,
  readSentence: readQuotations,
})
