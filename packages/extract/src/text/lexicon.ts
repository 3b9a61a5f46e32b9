import type { Endings, Tag } from './tags.js'
import type { VerbForm } from './verb-form.js'

/** What a language knows of a word. */
export interface Entry {
  tags: ReadonlySet<Tag>
  /** The verb that reports and that the word is a form of. */
  verb: VerbForm | undefined
}

/** The words of one language. Look-ups take lower case. */
export interface Lexicon {
  /** Returns what is known of a word: of one without a list, what its ending tells. */
  entryOf(lower: string): Entry
  /** Tells whether a list of the language names the word. */
  has(lower: string, tag: Tag): boolean
  /** Counts the words of the longest office of several words that begins at word `i`; 0 when none does. */
  phraseLength(words: readonly { lower: string }[], i: number): number
}

/** What a lexicon is made of. */
export interface LexiconSource {
  /** The words of each tag, separated by white space. */
  lists: Readonly<Partial<Record<Tag, string>>>
  endings: Endings
  verbs: ReadonlyMap<string, VerbForm>
  /** Offices of several words. */
  officePhrases: readonly string[]
}

/** Words of any of these tags are function words: no names, even when a sentence begins with them. */
const FUNCTION_TAGS = [
  'pronoun',
  'determiner',
  'preposition',
  'conjunction',
  'subordinator',
  'fronting',
  'adverb',
  'unreal',
  'noOne',
  'inverter',
] as const satisfies readonly Tag[]

/** Makes the lexicon of a language, once, so that a look-up costs no more than one in a map. */
export function createLexicon({ lists, endings, verbs, officePhrases }: LexiconSource): Lexicon {
  const ofEnding = createEndings(endings)
  const entries = new Map<string, { tags: Set<Tag>; verb: VerbForm | undefined }>()
  const entryFor = (lower: string) => {
    const known = entries.get(lower)
    if (known) return known
    const entry = { tags: new Set(ofEnding(lower).tags), verb: verbs.get(lower) }
    entries.set(lower, entry)
    return entry
  }
  for (const [tag, words] of Object.entries(lists) as [Tag, string][])
    for (const word of words.trim().split(/\s+/)) if (word !== '') entryFor(word).tags.add(tag)
  for (const lower of verbs.keys()) entryFor(lower)
  for (const { tags } of entries.values())
    if (FUNCTION_TAGS.some((tag) => tags.has(tag))) tags.add('function')
  return {
    entryOf: (lower) => entries.get(lower) ?? ofEnding(lower),
    has: (lower, tag) => entries.get(lower)?.tags.has(tag) === true,
    phraseLength: createPhrases(officePhrases),
  }
}

/**
 * Makes the entries of words that no list names. Words with the same endings share one, so that they cost no memory.
 */
function createEndings(endings: Endings): (lower: string) => Entry {
  const patterns = Object.entries(endings).flatMap(([tag, pattern]) =>
    pattern ? [{ tag: tag as Tag, pattern: pattern as RegExp }] : [],
  )
  const entries: Entry[] = Array.from({ length: 2 ** patterns.length }, (_, bits) => ({
    tags: new Set(patterns.flatMap(({ tag }, i) => (bits & (1 << i) ? [tag] : []))),
    verb: undefined,
  }))
  return (lower) => {
    let bits = 0
    for (let i = 0; i < patterns.length; i++) if (patterns[i]?.pattern.test(lower)) bits |= 1 << i
    return entries[bits] as Entry
  }
}

function createPhrases(phrases: readonly string[]): Lexicon['phraseLength'] {
  const byHead = new Map<string, string[][]>()
  const longestFirst = phrases.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length)
  for (const phrase of longestFirst) {
    const head = phrase[0] ?? ''
    byHead.set(head, [...(byHead.get(head) ?? []), phrase])
  }
  return (words, i) =>
    byHead
      .get(words[i]?.lower ?? '')
      ?.find((phrase) => phrase.every((word, k) => words[i + k]?.lower === word))?.length ?? 0
}
