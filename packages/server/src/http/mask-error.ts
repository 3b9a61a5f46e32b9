import { GraphQLError } from 'graphql'
import { isDatabaseUnavailable } from '../database/unavailable.js'
import { codedError, ForbiddenError } from '../schema/errors.js'
import type { Logger } from './logger.js'

/**
 * What a caller sees of an error: those made for callers as they are; a database that is not there as
 * SERVICE_UNAVAILABLE; everything else as INTERNAL_SERVER_ERROR, with the whole of it in the log only.
 */
export function maskErrors(logger: Logger) {
  return (error: unknown): Error => {
    const original = originalOf(error)
    if (original instanceof GraphQLError) return withCode(error as GraphQLError, original)
    if (original instanceof ForbiddenError) {
      const { message, requiredScope } = original
      const forbidden = codedError('FORBIDDEN', message, { requiredScope })
      return error instanceof GraphQLError ? placed(forbidden, error) : forbidden
    }
    const unavailable = isDatabaseUnavailable(original)
    logger.error({ err: original }, unavailable ? 'the database is not available' : 'a resolver failed')
    const masked = unavailable
      ? codedError('SERVICE_UNAVAILABLE', 'the database is not available: try again in a moment', {
          retryable: true,
        })
      : codedError('INTERNAL_SERVER_ERROR', 'something went wrong here: the log of the service says what')
    return error instanceof GraphQLError ? placed(masked, error) : masked
  }
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
