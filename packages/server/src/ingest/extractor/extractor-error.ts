/**
 * Why an extractor gave nothing that can be used; the list is closed.
 *
 * - `UNREACHABLE`: nothing answers there. `REFUSED`: the address, the key or the model is wrong. `BUSY`: too many
 *   requests, or no more credit.
 * - `FAILED`: it failed by itself. `TIMEOUT`: no answer in time. `REJECTED`: it does not take this article.
 *   `TOO_LONG`: the article is longer than what is sent to a model.
 * - `INVALID_ANSWER`: what came is not what was asked for. `INVALID_EXTRACTION`: its drafts do not fit the text.
 */
export type ExtractorErrorCode =
  | 'UNREACHABLE'
  | 'REFUSED'
  | 'BUSY'
  | 'FAILED'
  | 'TIMEOUT'
  | 'REJECTED'
  | 'TOO_LONG'
  | 'INVALID_ANSWER'
  | 'INVALID_EXTRACTION'

/** Whatever article comes next would fail like this, too. */
const GENERAL: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'REFUSED', 'BUSY'])

const RETRYABLE: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'BUSY', 'FAILED', 'TIMEOUT'])

/**
 * An article whose statements could not be extracted; nothing of it was written. The message is one line that says
 * what to change, and never holds the endpoint's key.
 */
export class ExtractorError extends Error {
  override readonly name = 'ExtractorError'
  readonly code: ExtractorErrorCode
  /** Milliseconds to wait before the next try, as the endpoint says. */
  readonly retryAfter: number | undefined

  constructor(
    code: ExtractorErrorCode,
    message: string,
    { retryAfter, ...options }: ErrorOptions & { retryAfter?: number | undefined } = {},
  ) {
    super(message.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu, ' ').trim(), options)
    this.code = code
    this.retryAfter = retryAfter
  }

  /** Whether every other article would fail like this, too. */
  get general(): boolean {
    return GENERAL.has(this.code)
  }

  /** Whether the same article may succeed later. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code)
  }
}
