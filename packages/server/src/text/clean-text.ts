/** Text made from markup, where escapes may yield what no text holds: that becomes U+FFFD, as browsers show it. */
export function printable(text: string): string {
  return text.replace(/[\0\p{Surrogate}\uFFFF]/gu, '\uFFFD')
}

/** One line of metadata: white space and control characters as single spaces; null when nothing is left. */
export function cleanLine(value: string, limit: number): string | null {
  const line = printable(value.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  if (line.length <= limit) return line || null
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Whether there is anything to read in it: a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
