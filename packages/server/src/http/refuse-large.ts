import { type DocumentNode, GraphQLError, type ParseOptions, type parse, type validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { codedError } from '../graphql/coded-error.js'
import type { Limits } from './limits.js'
import { type OperationSize, sizeOf } from './operation-size.js'

/** What a document has too many of, and what to do. */
const ADVICE: Readonly<Record<keyof OperationSize, [what: string, change: string]>> = {
  depth: ['levels', 'ask for fewer levels'],
  aliases: ['aliases', 'ask in several requests'],
  rootFields: ['fields at its root', 'ask in several requests'],
}

/**
 * Refuses documents that are too large before they are validated: what reads and checks them would keep all others
 * waiting. Validation stops at the most errors that an answer may have.
 */
export const refuseLarge = (limits: Limits): Plugin => ({
  onParse({ parseFn, setParseFn }) {
    const parseAll = parseFn as typeof parse
    setParseFn((source: string, options: ParseOptions) => {
      const document = parseWithin(parseAll, source, options, limits.tokens)
      const error = tooLarge(document, limits)
      if (error) throw error
      return document
    })
  },
  onValidate({ validateFn, setValidationFn }) {
    const check = validateFn as typeof validate
    // graphql-js adds an error that says that it stopped.
    const most = { maxErrors: Math.max(limits.errors - 1, 1) }
    setValidationFn(((schema, document, rules, options) =>
      check(schema, document, rules, { ...options, ...most }).map(explainAborted)) as typeof validate)
  },
})

function parseWithin(parseAll: typeof parse, source: string, options: ParseOptions, tokens: number) {
  try {
    return parseAll(source, { ...options, maxTokens: tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError) || !/Parsing aborted/.test(error.message)) throw error
    const message = `the document has more than ${tokens} tokens: ask in several requests, with values as variables`
    throw codedError('OPERATION_TOO_COMPLEX', message, { limit: tokens })
  }
}

function tooLarge(document: DocumentNode, limits: Limits): GraphQLError | null {
  const size = sizeOf(document)
  for (const [name, [what, change]] of Object.entries(ADVICE)) {
    const [is, limit] = [size[name as keyof OperationSize], limits[name as keyof OperationSize]]
    if (is <= limit) continue
    const message = `the operation has ${is} ${what}, more than ${limit}: ${change}`
    return codedError('OPERATION_TOO_COMPLEX', message, { cost: is, limit })
  }
  return null
}

/** Gives words to the error of graphql-js for a document whose fields it would have to compare too often. */
function explainAborted(error: GraphQLError): GraphQLError {
  if (error.message !== 'Validation aborted.') return error
  return codedError('OPERATION_TOO_COMPLEX', 'the operation repeats fields too often: name each field once')
}
