/** Characters that a stored text cannot hold: U+0000, halves of surrogate pairs, and U+FFFF. */
export const INVALID: RegExp = /[\0\p{Surrogate}\uFFFF]/u

/** Whether a text has none of the {@link INVALID} characters. Much faster for long texts than to look for these. */
export const isValid = (text: string): boolean =>
  text.isWellFormed() && !text.includes('\0') && !text.includes('\uFFFF')

/** Replaces invalid characters by U+FFFD, as browsers do; escapes in markup may yield them. */
export const replaceInvalidCharacters = (text: string): string =>
  isValid(text) ? text : text.replace(new RegExp(INVALID, 'gu'), '\uFFFD')

/** Makes a single line of at most `limit` code units: runs of white space and control characters become one space. Null when it is empty. */
export function cleanLine(value: string, limit: number): string | null {
  const line = replaceInvalidCharacters(value.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  if (line.length <= limit) return line || null
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Whether a text has a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
