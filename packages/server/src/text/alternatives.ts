const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Joins words as alternatives: "text, markdown or html". */
export const alternatives = (words: readonly string[]): string => OR.format(words)
