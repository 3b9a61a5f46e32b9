import { GraphQLError } from 'graphql'
import { BusyError, ReadTooLargeError } from '../database/errors.js'
import { isDatabaseUnavailable } from '../database/unavailable.js'
import { codedError } from '../graphql/coded-error.js'
import { ExtractorError } from '../ingest/extractor/extractor-error.js'
import { placeError } from '../record/changes/place-error.js'
import { ForbiddenError, RequestError } from '../record/errors.js'
import type { Logger } from './logger.js'

/**
 * Makes the function that turns an error into the error that the caller sees. An error made for callers stays as it is.
 * A database that is not available becomes SERVICE_UNAVAILABLE, a failing extractor EXTRACTOR_FAILED, and every other
 * error INTERNAL_SERVER_ERROR. The details of those three are written to the log only.
 */
export function maskErrors(logger: Logger) {
  return (error: unknown): Error => {
    const original = originalOf(error)
    if (original instanceof GraphQLError) return withCode(error as GraphQLError, original)
    const expected = expectedError(original)
    if (expected) return error instanceof GraphQLError ? withLocation(expected, error) : expected
    const { logMessage, masked } = mask(original)
    logger.error({ err: original }, logMessage)
    return error instanceof GraphQLError ? withLocation(masked, error) : masked
  }
}

/** The GraphQL error of an error that was made for callers; null for every other error. */
function expectedError(error: unknown): GraphQLError | null {
  if (error instanceof RequestError) return new GraphQLError(error.message, { extensions: error.extensions })
  if (error instanceof ReadTooLargeError) {
    const message =
      'the answer needs too many bytes of the database: ask for smaller pages (`first`), or for fewer long texts'
    return codedError('ANSWER_TOO_LARGE', message)
  }
  const place = placeError(error)
  if (place) return expectedError(place)
  if (error instanceof BusyError) {
    const message = 'too many large answers are being made: try again in a moment, or ask for less'
    return codedError('SERVICE_UNAVAILABLE', message, { retryable: true })
  }
  if (!(error instanceof ForbiddenError)) return null
  return codedError('FORBIDDEN', error.message, { requiredScope: error.requiredScope.toUpperCase() })
}

/** The message for the log, and the error that the caller sees. */
function mask(error: unknown): { logMessage: string; masked: GraphQLError } {
  if (error instanceof ExtractorError) {
    const { code: reason, retryable } = error
    const message = 'the extractor failed, and nothing was written: the log of the service says why'
    return {
      logMessage: 'the extractor failed',
      masked: codedError('EXTRACTOR_FAILED', message, { reason, retryable }),
    }
  }
  if (isDatabaseUnavailable(error)) {
    const message = 'the database is not available: try again in a moment'
    return {
      logMessage: 'the database is not available',
      masked: codedError('SERVICE_UNAVAILABLE', message, { retryable: true }),
    }
  }
  const message = 'something went wrong here: the log of the service says what'
  return { logMessage: 'a resolver failed', masked: codedError('INTERNAL_SERVER_ERROR', message) }
}

function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originalOf(error.originalError) : error
}

/** Gives an error a code when it has none: graphql-js wraps the errors that scalars throw, and drops their codes. */
function withCode(error: GraphQLError, original: GraphQLError): GraphQLError {
  if (error.extensions.code) return error
  const code =
    original.extensions.code ??
    (/^Variable |^Argument |^Expected value/.test(error.message)
      ? 'BAD_USER_INPUT'
      : 'GRAPHQL_VALIDATION_FAILED')
  return withLocation(codedError(code as 'BAD_USER_INPUT', error.message, error.extensions), error)
}

/** The error with the path and the positions of another error. */
function withLocation(error: GraphQLError, at: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at.nodes ?? null,
    source: at.source ?? null,
    positions: at.positions ?? null,
    path: at.path ?? null,
    extensions: error.extensions,
  })
}
