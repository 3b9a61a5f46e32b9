/** Why a source cannot be taken in. The list is closed. */
export type SourceErrorCode =
  | 'NOT_FOUND'
  | 'NO_MATCH'
  | 'NOT_A_FILE'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'TOO_COMPLEX'
  | 'EMPTY'
  | 'BINARY'
  /** It is a feed, a table, a mail or another kind of file that is no article. */
  | 'NOT_AN_ARTICLE'
  | 'INVALID_ENCODING'
  | 'INVALID_CHARACTER'
  | 'INVALID_FRONT_MATTER'
  | 'INVALID_JSON'
  | 'NO_MAIN_TEXT'
  | 'CONFLICT'
  /** The article is on record already, and is in the bin. */
  | 'IN_BIN'
  /** A server refused the source. The message is the server's. */
  | 'REFUSED'

/**
 * Thrown when a source cannot be taken in. The message is one line that names the source, when it is known, and says what
 * to change. Show it as it is, without the stack.
 */
export class SourceError extends Error {
  readonly code: SourceErrorCode
  /** The path or pattern as the caller wrote it, when it is known. */
  readonly source: string | undefined
  override readonly name = 'SourceError'

  constructor(code: SourceErrorCode, message: string, source?: string) {
    super(oneLine(source === undefined ? message : `${source}: ${message}`))
    this.code = code
    this.source = source
  }
}

/** Messages repeat file names and words of files, which may have any characters. */
const oneLine = (message: string) => message.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]+/gu, ' ').trim()
