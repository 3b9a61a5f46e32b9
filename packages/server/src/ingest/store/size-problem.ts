/** Most statements of one article: what one transaction stores in time. */
const MOST_STATEMENTS = 10_000

/** What is wrong with an article in which so many statements were found; null when nothing is. */
export const sizeProblem = (statements: number): string | null =>
  statements <= MOST_STATEMENTS
    ? null
    : `has ${statements} statements, more than ${MOST_STATEMENTS}: split it into articles`
