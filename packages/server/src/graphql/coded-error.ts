import { GraphQLError } from 'graphql'
import type { ErrorExtensionCode } from '../record/errors.js'

/**
 * Makes a GraphQL error with a code, whose message the caller sees unchanged. Scalars and validation rules throw it:
 * graphql-js puts words of its own before the message of any other error.
 */
export function codedError(code: ErrorExtensionCode, message: string, extensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } })
}

/** The error of a wrong argument. @param message names the argument and says what to change. */
export const badInput = (message: string): GraphQLError => codedError('BAD_USER_INPUT', message)
