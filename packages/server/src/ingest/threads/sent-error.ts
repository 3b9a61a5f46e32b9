import { ExtractorError, type ExtractorErrorCode } from '../extractor/extractor-error.js'
import { SourceError, type SourceErrorCode } from '../sources/source-error.js'
import type { SentError } from './thread-work.js'

/** Makes the message of an error that is sent to another thread. */
export function sentError(error: unknown): SentError {
  if (error instanceof SourceError) {
    const { code, message, source } = error
    return { type: 'SourceError', code, message, source }
  }
  if (error instanceof ExtractorError) {
    return { type: 'ExtractorError', code: error.code, message: error.message }
  }
  return error instanceof Error
    ? { type: 'Error', message: error.message, stack: error.stack }
    : { type: 'Error', message: String(error) }
}

/** Makes an error of the same class, code and message as in the thread that sent it. */
export function receivedError({ type, code, message, source, stack }: SentError): Error {
  // The message names the source already.
  if (type === 'SourceError') {
    return Object.assign(new SourceError(code as SourceErrorCode, message), { source })
  }
  if (type === 'ExtractorError') return new ExtractorError(code as ExtractorErrorCode, message)
  return Object.assign(new Error(message), stack === undefined ? {} : { stack })
}
