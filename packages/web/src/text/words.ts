/** The runs of letters and digits in a text. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** The beginning of a text, cut behind a word, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).trimEnd()}…`
}

/** "1 statement", "12,345 statements". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** A number with commas: "12,345". */
export const grouped = (count: number): string => count.toLocaleString('en-GB')

/** A count that may have stopped: "10,000+". */
export const countOf = ({ value, isExact }: { value: number; isExact: boolean }): string =>
  `${grouped(value)}${isExact ? '' : '+'}`

/**
 * A confidence in per cent, rounded down, so that 0.999 does not become 100. The small number that is added corrects
 * products such as 0.58 times 100, which is a little less than 58.
 */
export const percentOf = (confidence: number): number => Math.floor(confidence * 100 + 1e-9)
