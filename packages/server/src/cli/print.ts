/** Prints a line to standard output. */
export const printLine = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** "1 article", "2 articles" */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
