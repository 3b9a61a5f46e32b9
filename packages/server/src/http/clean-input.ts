import { type GraphQLError, Kind, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badUserInput } from '../schema/errors.js'

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot hold
const UNSTORABLE = /[\u0000\p{Surrogate}]/u
const LONGEST = 10_000

/** Strings that may be longer: whole articles. */
const LONG_FIELDS = new Set(['plainText', 'html', 'markdown'])

/**
 * Refuses strings that PostgreSQL cannot hold (U+0000, lone surrogates) or that are too long, wherever they stand in
 * an operation, before anything runs.
 */
export const cleanInput: Plugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const error = findInDocument(args.document) ?? findInValue(args.variableValues, '$')
    if (error) setResultAndStopExecution({ errors: [error] })
  },
}

function findInDocument(document: Parameters<typeof visit>[0]): GraphQLError | null {
  let found: GraphQLError | null = null
  visit(document, {
    [Kind.STRING]: (node, _key, parent) => {
      const name =
        parent && 'name' in parent && parent.name ? (parent.name as { value: string }).value : 'a string'
      found ??= complaint(node.value, name)
    },
  })
  return found
}

function findInValue(value: unknown, path: string): GraphQLError | null {
  if (typeof value === 'string') return complaint(value, path)
  if (value === null || typeof value !== 'object') return null
  for (const [key, inner] of Object.entries(value)) {
    const error = findInValue(inner, path === '$' ? `$${key}` : `${path}.${key}`)
    if (error) return error
  }
  return null
}

function complaint(text: string, path: string): GraphQLError | null {
  if (UNSTORABLE.test(text)) {
    return badUserInput(`${path} has a NUL character or half of a surrogate pair: remove it`)
  }
  if (text.length > LONGEST && !LONG_FIELDS.has(path.split('.').at(-1) ?? '')) {
    return badUserInput(`${path} has ${text.length} characters: pass at most ${LONGEST}`)
  }
  return null
}
