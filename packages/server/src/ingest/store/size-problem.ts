/** The most statements of one article that a transaction can store in time. */
const MOST_STATEMENTS = 10_000

/** Says that an article has too many statements; null when it has not. */
export const sizeProblem = (statements: number): string | null =>
  statements <= MOST_STATEMENTS
    ? null
    : `has ${statements} statements, more than ${MOST_STATEMENTS}: split it into articles`
