import type { TopicEntry } from '../types.js'

/** Reads topics from one line each: slug | name | parent slug | aliases | hints, the last two separated by commas. */
export const topicEntries = (list: string): TopicEntry[] =>
  list
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [slug = '', name = '', parent = '', aliases = '', hints = ''] = line
        .split('|')
        .map((part) => part.trim())
      return {
        slug,
        name,
        aliases: wordsOf(aliases),
        hints: wordsOf(hints),
        ...(parent ? { parent } : {}),
      }
    })

const wordsOf = (list: string) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
