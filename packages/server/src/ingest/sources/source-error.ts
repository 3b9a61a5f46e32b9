/** Why a source could not be taken in; the list is closed. */
export type SourceErrorCode =
  | 'NOT_FOUND'
  | 'NO_MATCH'
  | 'NOT_A_FILE'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'TOO_COMPLEX'
  | 'EMPTY'
  | 'BINARY'
  | 'INVALID_ENCODING'
  | 'INVALID_CHARACTER'
  | 'INVALID_FRONT_MATTER'
  | 'INVALID_JSON'
  | 'NO_MAIN_TEXT'
  | 'CONFLICT'
  /** The article was there, and is in the bin. */
  | 'IN_BIN'
  /** A server said so; the message has its words. */
  | 'REFUSED'

/**
 * A source that could not be taken in. The message is one line that names the source, when it is known, and says
 * what to change; it is meant to be shown as it is, without the stack.
 */
export class SourceError extends Error {
  readonly code: SourceErrorCode
  /** Path or pattern as the caller wrote it, when it is known. */
  readonly source: string | undefined
  override readonly name = 'SourceError'

  constructor(code: SourceErrorCode, message: string, source?: string) {
    super(oneLine(source === undefined ? message : `${source}: ${message}`))
    this.code = code
    this.source = source
  }
}

/** File names and the words of a file end up in messages, and may hold anything. */
const oneLine = (message: string) => message.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu, ' ').trim()
