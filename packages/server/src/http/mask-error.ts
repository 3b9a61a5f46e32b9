import { GraphQLError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.js'
import { codedError } from '../graphql/coded-error.js'
import { ExtractorError } from '../ingest/extractor/extractor-error.js'
import { ForbiddenError, RequestError } from '../record/errors.js'
import type { Logger } from './logger.js'

/**
 * What a caller sees of an error: those made for callers as they are; a database that is not there as
 * SERVICE_UNAVAILABLE; an extractor that fails as EXTRACTOR_FAILED; everything else as INTERNAL_SERVER_ERROR, with the whole of it in the log only.
 */
export function maskErrors(logger: Logger) {
  return (error: unknown): Error => {
    const original = originalOf(error)
    if (original instanceof GraphQLError) return withCode(error as GraphQLError, original)
    const expected = expectedError(original)
    if (expected) return error instanceof GraphQLError ? placed(expected, error) : expected
    const { said, masked } = mask(original)
    logger.error({ err: original }, said)
    return error instanceof GraphQLError ? placed(masked, error) : masked
  }
}

/** An error that was made for callers; null for every other. */
function expectedError(error: unknown): GraphQLError | null {
  if (error instanceof RequestError) return new GraphQLError(error.message, { extensions: error.extensions })
  if (!(error instanceof ForbiddenError)) return null
  return codedError('FORBIDDEN', error.message, { requiredScope: error.requiredScope.toUpperCase() })
}

/** What the log says of an error, and what its caller. */
function mask(error: unknown): { said: string; masked: GraphQLError } {
  if (error instanceof ExtractorError) {
    const { code: reason, retryable } = error
    const message = 'the extractor failed, and nothing was written: the log of the service says why'
    return {
      said: 'the extractor failed',
      masked: codedError('EXTRACTOR_FAILED', message, { reason, retryable }),
    }
  }
  if (isDatabaseUnavailable(error)) {
    const message = 'the database is not available: try again in a moment'
    return {
      said: 'the database is not available',
      masked: codedError('SERVICE_UNAVAILABLE', message, { retryable: true }),
    }
  }
  const message = 'something went wrong here: the log of the service says what'
  return { said: 'a resolver failed', masked: codedError('INTERNAL_SERVER_ERROR', message) }
}

function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originalOf(error.originalError) : error
}

/** graphql-js wraps what a scalar throws and drops its code. */
function withCode(error: GraphQLError, original: GraphQLError): GraphQLError {
  if (error.extensions.code) return error
  const code =
    original.extensions.code ??
    (/^Variable |^Argument |^Expected value/.test(error.message)
      ? 'BAD_USER_INPUT'
      : 'GRAPHQL_VALIDATION_FAILED')
  return placed(codedError(code as 'BAD_USER_INPUT', error.message, error.extensions), error)
}

function placed(error: GraphQLError, at: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at.nodes ?? null,
    source: at.source ?? null,
    positions: at.positions ?? null,
    path: at.path ?? null,
    extensions: error.extensions,
  })
}
