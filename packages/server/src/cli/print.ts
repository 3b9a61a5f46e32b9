import { printable } from '../text/printable.js'

// All that the command prints goes through here, because articles and errors may hold what a terminal obeys.

/** Prints a text to standard output. */
export const printText = (text: string): void => {
  process.stdout.write(printable(text))
}

/** Prints a line to standard output. */
export const printLine = (text: string): void => printText(`${text}\n`)

/** Prints a text to standard error. */
export const tellText = (text: string): void => {
  process.stderr.write(printable(text))
}

/** Tells something beside the results, as a line on standard error: "onrecord: …". */
export const tell = (message: string): void => tellText(`onrecord: ${message}\n`)

/** "1 article", "2 articles" */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "DENIED  " before the speaker of a statement that does not affirm its words; nothing before all others. */
export const polarityColumn = (polarity: string): string =>
  polarity === 'AFFIRMED' ? '' : `${polarity.padEnd(8)}  `
