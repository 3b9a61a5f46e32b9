/**
 * Why an extractor gave no usable result. The list is closed.
 *
 * - `UNREACHABLE`: nothing answers at the address. `REFUSED`: the address, the key or the model is wrong. `BUSY`: there
 *   were too many requests, or there is no more credit.
 * - `FAILED`: the extractor failed by itself. `TIMEOUT`: it did not answer in time. `REJECTED`: it does not accept this
 *   article. `TOO_LONG`: the article is longer than what is sent to a model.
 * - `INVALID_ANSWER`: the answer does not have the requested form. `INVALID_EXTRACTION`: the drafts do not fit the text.
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

/** Errors that every other article would cause, too. */
const GENERAL: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'REFUSED', 'BUSY'])

/** Errors after which the same article may succeed later. */
const RETRYABLE: ReadonlySet<ExtractorErrorCode> = new Set(['UNREACHABLE', 'BUSY', 'FAILED', 'TIMEOUT'])

/**
 * Thrown when the statements of an article cannot be extracted. Nothing was written. The message is one line that says
 * what to change, and never contains the key of the endpoint.
 */
export class ExtractorError extends Error {
  override readonly name = 'ExtractorError'
  readonly code: ExtractorErrorCode
  /** Milliseconds that the endpoint asks to wait before the next try. */
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

  /** Whether every other article would fail in the same way. */
  get general(): boolean {
    return GENERAL.has(this.code)
  }

  /** Whether the same article may succeed later. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code)
  }
}
