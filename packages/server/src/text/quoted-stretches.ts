import type { TextPosition } from './text-position.js'

/** Stretches in double quotation marks. The closing mark may be missing at the end of the text. */
const DOUBLE = /“([^”]*)(?:”|$)|"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|„([^“”]*)(?:[“”]|$)/dg

/** Stretches in single printed marks. A mark before a letter or after a letter and before a space may be an apostrophe. */
const SINGLE = /(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=[\p{L}\p{N}]))*)(?:’|$)/dgu

/** The stretches of a text between double quotation marks, without the marks. */
export const quotedStretches = (text: string): TextPosition[] => stretches(text, DOUBLE)

/** The stretches of a text between quotation marks, double ones or, where there are none, single printed ones. */
export function markedStretches(text: string): TextPosition[] {
  const double = quotedStretches(text)
  return double.length > 0 ? double : stretches(text, SINGLE)
}

const stretches = (text: string, marks: RegExp): TextPosition[] =>
  [...text.matchAll(marks)].map(({ indices = [] }) => {
    const [start, end] = indices.slice(1).find((range) => range !== undefined) ?? [0, 0]
    return { start, end }
  })
