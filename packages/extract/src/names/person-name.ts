import { foldName } from '../text/fold.js'
import type { Lexicon } from '../text/lexicon.js'

/** What reading a person's name takes from a language. */
export interface PersonNameKnowledge {
  lexicon: Lexicon
  /** Short forms of first names and the names they stand for, lower case: "joe" for "joseph". */
  nicknames: ReadonlyMap<string, string>
  /** Surnames that stand before the given name: "kim". */
  familyNamesFirst: ReadonlySet<string>
}

/** A person's name in its parts, as {@link foldName} writes them. */
export interface PersonName {
  /** In order; an initial is one letter. Empty for a surname alone. */
  given: readonly string[]
  /** "van der"; empty for most. */
  particles: string
  /** Without the "al" of "al-Rashid"; of two surnames, the second. */
  surname: string
  /** "jr", "sr", "iii"; null for most. */
  suffix: string | null
  /** The last word where the first one is taken for the surname, "min-jun" of "Kim Min-jun"; null for most. */
  last: string | null
}

const SUFFIX = /,?\s+(jr|jnr|junior|sr|snr|senior|ii|iii|iv)\.?$/
const ARTICLE = /^(?:al|el|ad|ar|as|az|ash)-(?=\p{L})/u
const SUFFIXES: Record<string, string> = { jnr: 'jr', junior: 'jr', snr: 'sr', senior: 'sr' }

/** Reads a name without titles. */
export function readPersonName(name: string, { lexicon, familyNamesFirst }: PersonNameKnowledge): PersonName {
  const folded = foldName(name)
  const ending = SUFFIX.exec(folded)
  const suffix = ending?.[1] ? (SUFFIXES[ending[1]] ?? ending[1]) : null
  const words = folded.slice(0, ending?.index).split(' ')
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const isFamilyName = familyNamesFirst.has(first) && !isFirstName(first, lexicon)
  if (words.length > 1 && isFamilyName && !familyNamesFirst.has(last))
    return { given: words.slice(1).flatMap(partsOf), particles: '', surname: first, suffix, last }
  let from = words.length - 1
  while (from > 0 && isParticle(words[from - 1] ?? '', from === 1, lexicon)) from--
  const printed = /\p{Ll}/u.test(name) ? name.split(/\s+/) : []
  return {
    given: words.slice(0, from).flatMap((word, i) => givenOf(word, printed[i] ?? '')),
    particles: words.slice(from, -1).join(' '),
    surname: last.replace(ARTICLE, ''),
    suffix,
    last: null,
  }
}

const isFirstName = (word: string, lexicon: Lexicon) =>
  lexicon.has(word, 'maleName') || lexicon.has(word, 'femaleName')

/** Tells whether a word joins the surname. In "Al Moss" it is a first name. */
const isParticle = (word: string, first: boolean, lexicon: Lexicon): boolean =>
  lexicon.has(word, 'nameParticle') && !(first && isFirstName(word, lexicon))

const partsOf = (word: string) => word.split('-').filter(Boolean)

/** Splits "J.K." and "JK" into initials, "Jean-Luc" into its parts. */
function givenOf(word: string, printed: string): string[] {
  const initials = /^(?:\p{L}\.-?)*\p{L}\.?$/u.test(word) || /^\p{Lu}{2,3}$/u.test(printed)
  return initials ? [...word.replace(/[.-]/g, '')] : partsOf(word)
}

/** Whether the first name is whole, so that the name tells somebody from namesakes. */
export const hasFirstName = ({ given }: PersonName): boolean => (given[0]?.length ?? 0) > 1

/**
 * Whether two names with one surname may be one person's. An initial, a first or middle name, a particle or a "Jr." that
 * does not fit says that they are not.
 */
export function mayBeOne(a: PersonName, b: PersonName, language: PersonNameKnowledge): boolean {
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false
  if (!particlesFit(a, b) || !particlesFit(b, a)) return false
  const [short, long] = a.given.length <= b.given.length ? [a.given, b.given] : [b.given, a.given]
  let next = 0
  for (const [i, word] of short.entries()) {
    while (next < long.length && !isAlike(word, long[next] ?? '', language)) {
      // An initial in front is that of the first name: "K. Moss" is not "Jonas K. Moss".
      if (i === 0 && word.length === 1) return false
      next++
    }
    if (next === long.length) return false
    next++
  }
  return true
}

/** "van Moss" is not "Ada Moss", and "Moss" may be "Ludwig van Moss". */
const particlesFit = (a: PersonName, b: PersonName): boolean =>
  a.particles === b.particles || a.particles === '' || (a.given.length > 0 && b.particles === '')

function isAlike(a: string, b: string, { nicknames }: PersonNameKnowledge): boolean {
  const [fullA, fullB] = [nicknames.get(a) ?? a, nicknames.get(b) ?? b]
  if (a === b || fullA === fullB) return true
  if (a.length > 1 && b.length > 1) return false
  const [initial, names] = a.length === 1 ? [a, [b, fullB]] : [b, [a, fullA]]
  return names.some((name) => name.startsWith(initial))
}
