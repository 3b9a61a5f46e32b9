import { findNames } from '../names/find-names.js'
import type { ClauseLists } from '../text/clause-lists.js'
import type { Lists } from '../text/tags.js'
import { readClauses } from './read-clauses.js'
import type { SentenceReader } from './sentence-reader.js'

/**
 * Reads a language whose names are told by their capitals, and whose clauses are built as those of English are: direct,
 * mixed and indirect speech.
 */
export const clauseReader = (lists: Lists<ClauseLists>): SentenceReader => ({
  lists,
  findNames,
  readSentence: readClauses,
})
