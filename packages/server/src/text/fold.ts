/**
 * Gives the form in which names and titles are compared and sorted: without diacritics, in lower case, with single
 * spaces. "Dvořák  " and "DVORAK" fold alike. A table maps letters that Unicode does not decompose (ø, ß, ı).
 */
export function fold(text: string): string {
  // Most words have ASCII letters only.
  if (/^[!-~]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øœæßðþłıđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

const LETTERS: Record<string, string> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  đ: 'd',
}
