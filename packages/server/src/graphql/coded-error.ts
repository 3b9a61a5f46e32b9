import { GraphQLError } from 'graphql'
import type { ErrorExtensionCode } from '../record/errors.js'

/**
 * A GraphQL error that the caller sees as it is. Scalars and validation rules throw it, for graphql-js puts its own
 * words before the message of any other error.
 */
export function codedError(code: ErrorExtensionCode, message: string, extensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}

/** The caller's argument is wrong; the message names the argument and says what to change. */
export const badInput = (message: string): GraphQLError => codedError('BAD_USER_INPUT', message)
