/** Letters that have no decomposition. */
const LETTERS: Record<string, string> = Object.fromEntries(
  'ø:o œ:oe æ:ae ß:ss ð:d þ:th ł:l ı:i đ:d'.split(' ').map((pair) => pair.split(':')),
)

/** Writes a name in lower case, without accents, hyphenated: "nuclear-deal". */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßðþłıđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
