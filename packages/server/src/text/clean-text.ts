/** Replaces characters that a stored text cannot hold by U+FFFD, as browsers do; escapes in markup may yield them. */
export function replaceInvalidCharacters(text: string): string {
  return text.replace(/[\0\p{Surrogate}\uFFFF]/gu, '\uFFFD')
}

/** Makes a single line of at most `limit` code units: runs of white space and control characters become one space. Null when it is empty. */
export function cleanLine(value: string, limit: number): string | null {
  const line = replaceInvalidCharacters(value.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  if (line.length <= limit) return line || null
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Whether a text has a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
