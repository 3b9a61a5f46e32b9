import type { Span, SpeakerDraft } from '@onrecord/extract'
import { findWords, squeeze } from './find-words.js'
import type { AnsweredSpeaker } from './model-answer.js'

/** Speakers that a model named, as far as the text has their names. */
export interface FoundSpeakers {
  /** Takes those of an answer whose names stand in the text. */
  add(answered: readonly AnsweredSpeaker[]): void
  /** The draft's name for a name that the model gave; null when the text has no such speaker. */
  nameOf(name: string): string | null
  names(): string[]
  /** Those of the names given, with all their mentions. */
  drafts(names: ReadonlySet<string>): SpeakerDraft[]
}

/** No name is longer, in code units. */
const LONGEST = 200

export function createFoundSpeakers(text: string): FoundSpeakers {
  const found = new Map<string, Omit<SpeakerDraft, 'mentions'>>()
  const everywhere = { start: 0, end: text.length }
  const stands = (words: string) =>
    words !== '' && words.length <= LONGEST && findWords(text, words, everywhere).length > 0
  return {
    add(answered) {
      for (const { name: asGiven, kind, aliases, role } of answered) {
        const name = squeeze(asGiven)
        // Names are written large, where a script has large letters; "officials" are no name.
        if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(name) || !stands(name)) continue
        const known = found.get(name) ?? { name, kind, aliases: [], role: null }
        const more = aliases.map(squeeze).filter((alias) => alias !== name && stands(alias))
        const office = role === null ? '' : squeeze(role)
        found.set(name, {
          ...known,
          aliases: [...new Set([...known.aliases, ...more])],
          role: known.role ?? (stands(office) ? office : null),
        })
      }
    },
    nameOf(asGiven) {
      const name = squeeze(asGiven)
      return found.has(name) ? name : null
    },
    names: () => [...found.keys()],
    drafts: (names) =>
      [...found.values()]
        .filter(({ name }) => names.has(name))
        .map((speaker) => ({ ...speaker, mentions: mentionsOf(text, speaker) })),
  }
}

/** Where the name or an alias stands, the longer one where two begin alike. */
function mentionsOf(text: string, { name, aliases }: Pick<SpeakerDraft, 'name' | 'aliases'>): Span[] {
  const all = [name, ...aliases].flatMap((words) => findWords(text, words, { start: 0, end: text.length }))
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const mentions: Span[] = []
  for (const span of all) if (span.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(span)
  return mentions
}
