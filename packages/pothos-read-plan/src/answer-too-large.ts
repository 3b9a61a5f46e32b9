/** Thrown when the text of an answer is about to become longer than it may be. */
export class AnswerTooLargeError extends Error {
  override readonly name = 'AnswerTooLargeError'
  /** Most characters of an answer, counted as the length of a string. */
  readonly limit: number

  constructor(limit: number) {
    super(`the answer has more than ${limit} characters`)
    this.limit = limit
  }
}
