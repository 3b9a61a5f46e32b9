import { GraphQLError, type ParseOptions, type parse } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { codedError } from '../graphql/coded-error.js'

/** Most words and signs of a document. The longest of the SDK has some 2,000. */
const MOST_TOKENS = 15_000

/** Refuses documents of too many tokens: what reads and checks them would keep all others waiting. */
export const refuseLong: Plugin = {
  onParse({ parseFn, setParseFn }) {
    const parseAll = parseFn as typeof parse
    setParseFn((source: string, options: ParseOptions) => {
      try {
        return parseAll(source, { ...options, maxTokens: MOST_TOKENS })
      } catch (error) {
        if (!(error instanceof GraphQLError) || !/Parsing aborted/.test(error.message)) throw error
        const message = `the document has more than ${MOST_TOKENS} tokens: ask in several requests, with values as variables`
        throw codedError('OPERATION_TOO_COMPLEX', message, { limit: MOST_TOKENS })
      }
    })
  },
}
