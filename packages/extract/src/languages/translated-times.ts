import { casual } from 'chrono-node/en'
import type { TimeKnowledge } from '../about/said-at-of.js'

/**
 * Makes a reader of dates that puts each word into English, for which there is a parser.
 *
 * @param words each word and the English one, "lundi:monday", separated by white space; nothing behind the colon drops it.
 */
export function translatedDates(words: string): TimeKnowledge['times']['parse'] {
  const english = new Map(
    words
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(':') as [string, string]),
  )
  return (asWritten, reference) =>
    casual.parse(
      asWritten
        .toLowerCase()
        .replaceAll('’', "'")
        .split(/[ ,]+/)
        .map((word) => english.get(word) ?? word.replace(/^(\d{1,2})(?:er|º|°)$/, '$1'))
        .join(' ')
        .trim(),
      reference,
    )
}
