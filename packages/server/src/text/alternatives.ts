/**
 * Joins words as alternatives: "text, markdown or html". `Intl.ListFormat` does the same, but takes each command 30 ms to
 * load.
 */
export const alternatives = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
