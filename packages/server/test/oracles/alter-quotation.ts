import fc from 'fast-check'

/** Changes that journalists make to a quotation, which stays the same quotation. `place`: where in the words, 0 to 1. */
const ALTERATIONS = {
  capitals: (words) => words.map((word) => word.toUpperCase()),
  'small letters': (words) => words.map((word) => word.toLowerCase()),
  // Marks of an alteration stay.
  'no marks': (words) =>
    words.map((word) => (/^[[(…]/.test(word) ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))),
  'other marks': (words) => words.map((word) => word.replace(/[.;:]$/, ',').replace(/'/g, '’')),
  'a bracketed letter': ([first = '', ...rest]) => [
    first.replace(/^\p{L}(?=\p{L})/u, (letter) => `[${letter}]`),
    ...rest,
  ],
  'an insertion': (words, place) => insert(words, place, '[the minister for fisheries]'),
  'an aside': (words, place) => insert(words, place, '(so far)'),
  sic: (words, place) => insert(words, place, '[sic]'),
  'a word left out': (words, place) => words.toSpliced(at(words, place), 1),
  'a word misheard': (words, place) => words.with(at(words, place), 'herring'),
  'an ellipsis': (words, place) => words.toSpliced(inside(words, place), 2, '…'),
  'bracketed dots': (words, place) => words.toSpliced(inside(words, place), 3, '[...]'),
  'no diacritics': (words) => words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')),
  'decomposed letters': (words) => words.map((word) => word.normalize('NFD')),
  'two words joined': (words, place) => joinAt(words, at(words, place)),
  'a word split': (words, place) => words.with(at(words, place), split(words[at(words, place)] ?? '', '-')),
  'its beginning': (words) => words.slice(0, Math.max(FEWEST, Math.ceil(words.length / 2))),
  'its end': (words) => words.slice(-Math.max(FEWEST, Math.ceil(words.length / 2))),
} as const satisfies Record<string, (words: readonly string[], place: number) => string[]>

/** The fewest words of a part. */
const FEWEST = 8

/** The most words that an alteration costs. One written word can be two: "forty-one". */
const COSTS: Partial<Record<keyof typeof ALTERATIONS, number>> = {
  ...{ 'a word left out': 2, 'a word misheard': 2 },
  ...{ 'an ellipsis': 0.6, 'bracketed dots': 0.6 },
}

/** The lowest similarity of an altered quotation with the original one, which has `words` words. */
export const nearnessOf = (changes: readonly Change[], words: number): number =>
  1 - changes.reduce((cost, [name]) => cost + (COSTS[name] ?? 0), 0) / words - 1e-9

const at = (words: readonly string[], place: number) => Math.floor(place * words.length)
const inside = (words: readonly string[], place: number) =>
  1 + Math.floor(place * Math.max(0, words.length - 5))
const insert = (words: readonly string[], place: number, what: string) =>
  words.toSpliced(at(words, place) + 1, 0, what)

const joinAt = (words: readonly string[], index: number) => {
  const [first = '', second = ''] = words.slice(index)
  const isLetters = [first, second].every((word) => /^\p{L}+$/u.test(word))
  return isLetters ? words.toSpliced(index, 2, first + second) : [...words]
}
const split = (word: string, by: string) =>
  /^\p{L}{4,}$/u.test(word) ? `${word.slice(0, 2)}${by}${word.slice(2)}` : word

export type Change = [keyof typeof ALTERATIONS, number]

/** An arbitrary alteration at an arbitrary place. */
export const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(...(Object.keys(ALTERATIONS) as (keyof typeof ALTERATIONS)[])),
  fc.double({ min: 0, max: 0.99, noNaN: true }),
)

/** Alters a quotation. */
export const alter = (words: readonly string[], changes: readonly Change[]): string =>
  changes
    .reduce<string[]>((altered, [name, place]) => ALTERATIONS[name](altered, place), [...words])
    .join(' ')
