import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** What graphql-js puts at the end of a message, and nobody else. */
const SUGGESTION = / Did you mean (?:(?! Did you mean ).)+\?$/s

/** Leaves names of the schema that are like a wrong one out of the messages about it. */
export const hideSuggestions: Plugin = {
  onExecutionResult({ result, setResult }) {
    if (!result || !('errors' in result) || !result.errors?.some(({ message }) => SUGGESTION.test(message)))
      return
    setResult({ ...result, errors: result.errors.map(withoutSuggestion) })
  },
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (!SUGGESTION.test(error.message)) return error
  const { nodes, source, positions, path, extensions } = error
  const message = error.message.replace(SUGGESTION, '')
  // `GraphQLError` tells null from undefined, which its readers do not.
  const place = {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
  }
  return new GraphQLError(message, { ...place, extensions })
}
