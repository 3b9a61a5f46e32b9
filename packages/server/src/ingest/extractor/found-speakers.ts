import type { Span, SpeakerDraft } from '@onrecord/extract'
import { collapseSpaces, findWords } from './find-words.js'
import type { AnsweredSpeaker } from './model-answer.js'

/** The speakers of a model's answers whose names stand in the text. */
export interface FoundSpeakers {
  /** Adds the speakers of an answer whose names stand in the text. */
  add(answered: readonly AnsweredSpeaker[]): void
  /** The name in the drafts for a name that the model gave; null when the text has no such speaker. */
  nameOf(name: string): string | null
  names(): string[]
  /** The drafts of the speakers with these names, with all their mentions. */
  drafts(names: ReadonlySet<string>): SpeakerDraft[]
}

/** Code units. No name is longer. */
const MAX_NAME_LENGTH = 200

export function createFoundSpeakers(text: string): FoundSpeakers {
  const found = new Map<string, Omit<SpeakerDraft, 'mentions'>>()
  const everywhere = { start: 0, end: text.length }
  const isInText = (words: string) =>
    words !== '' && words.length <= MAX_NAME_LENGTH && findWords(text, words, everywhere).length > 0
  return {
    add(answered) {
      for (const { name: asGiven, kind, aliases, role } of answered) {
        const name = collapseSpaces(asGiven)
        // A name has a capital, where the script has capitals. "officials" is no name.
        if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(name) || !isInText(name)) continue
        const known = found.get(name) ?? { name, kind, aliases: [], role: null }
        const more = aliases.map(collapseSpaces).filter((alias) => alias !== name && isInText(alias))
        const office = role === null ? '' : collapseSpaces(role)
        found.set(name, {
          ...known,
          aliases: [...new Set([...known.aliases, ...more])],
          role: known.role ?? (isInText(office) ? office : null),
        })
      }
    },
    nameOf(asGiven) {
      const name = collapseSpaces(asGiven)
      return found.has(name) ? name : null
    },
    names: () => [...found.keys()],
    drafts: (names) =>
      [...found.values()]
        .filter(({ name }) => names.has(name))
        .map((speaker) => ({ ...speaker, mentions: mentionsOf(text, speaker) })),
  }
}

/** Where the name or an alias stands; the longer one where two begin at the same place. */
function mentionsOf(text: string, { name, aliases }: Pick<SpeakerDraft, 'name' | 'aliases'>): Span[] {
  const all = [name, ...aliases].flatMap((words) => findWords(text, words, { start: 0, end: text.length }))
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const mentions: Span[] = []
  for (const span of all) if (span.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(span)
  return mentions
}
