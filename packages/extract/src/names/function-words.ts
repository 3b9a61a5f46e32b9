import {
  ADVERBS,
  CONJUNCTIONS,
  DETERMINERS,
  FRONTING,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../languages/en/words.js'

/** Function words are no names even when a sentence begins with them. */
export const isFunctionWord = (lower: string) =>
  PRONOUNS.has(lower) ||
  DETERMINERS.has(lower) ||
  PREPOSITIONS.has(lower) ||
  CONJUNCTIONS.has(lower) ||
  SUBORDINATORS.has(lower) ||
  FRONTING.has(lower) ||
  ADVERBS.has(lower)
