import type { TopicEntry } from '../types.js'

/** Reads topics from one line each: slug | name | parent slug | aliases, separated by commas. */
export const topicEntries = (list: string): TopicEntry[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [slug = '', name = '', parent = '', aliases = ''] = line.split('|').map((part) => part.trim())
      return {
        slug,
        name,
        aliases: aliases.split(',').map((alias) => alias.trim()),
        ...(parent ? { parent } : {}),
      }
    })
