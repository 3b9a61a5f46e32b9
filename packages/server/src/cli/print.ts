/** Prints a line to standard output. */
export const printLine = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** "1 article", "2 articles" */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "DENIED  " before the speaker of a statement that does not affirm its words; nothing before all others. */
export const polarityColumn = (polarity: string): string =>
  polarity === 'AFFIRMED' ? '' : `${polarity.padEnd(8)}  `
