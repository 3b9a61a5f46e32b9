import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badInput } from '../graphql/coded-error.js'

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot hold
const UNSTORABLE = /[\u0000\p{Surrogate}]/u
const LONGEST = 10_000

/** Arguments and fields whose resolvers check the length themselves: whole articles, quotations, searches. */
const OWN_LIMIT: ReadonlySet<string> = new Set(['plainText', 'html', 'markdown', 'text', 'query'])

/**
 * Refuses an operation before it runs when a string in its text or variables cannot be stored by PostgreSQL (U+0000,
 * lone surrogates) or is too long.
 */
export const cleanInput: Plugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const error = findInDocument(args.document) ?? findInVariables(args.document, args.variableValues)
    if (error) setResultAndStopExecution({ errors: [error] })
  },
}

const problemOfDocument = new WeakMap<DocumentNode, GraphQLError | null>()

function findInDocument(document: DocumentNode): GraphQLError | null {
  const known = problemOfDocument.get(document)
  if (known !== undefined) return known
  let found: GraphQLError | null = null
  visit(document, {
    [Kind.STRING]: (node, _key, parent) => {
      const name = nameOf(parent) ?? 'a string'
      found ??= problemOf(node.value, name, OWN_LIMIT.has(name))
    },
  })
  problemOfDocument.set(document, found)
  return found
}

const nameOf = (parent: unknown): string | null =>
  parent && typeof parent === 'object' && 'name' in parent && parent.name
    ? (parent.name as { value: string }).value
    : null

/** The first problem with the variables of an operation; null when there is none. */
export function findInVariables(
  document: DocumentNode,
  values: Readonly<Record<string, unknown>> | null | undefined,
) {
  const names = passedAs(document)
  for (const [variable, value] of Object.entries(values ?? {})) {
    const error = findInValue(value, `$${variable}`, names.get(variable) ?? new Set())
    if (error) return error
  }
  return null
}

const namesOf = new WeakMap<DocumentNode, Map<string, Set<string>>>()

/** The names of the arguments and fields that each variable is passed to, by the name of the variable. */
function passedAs(document: DocumentNode): Map<string, Set<string>> {
  const known = namesOf.get(document)
  if (known) return known
  const names = new Map<string, Set<string>>()
  visit(document, {
    [Kind.VARIABLE]: (node, _key, parent) => {
      const name = nameOf(parent)
      const before = names.get(node.name.value) ?? new Set()
      if (name !== null) names.set(node.name.value, before.add(name))
    },
  })
  namesOf.set(document, names)
  return names
}

function findInValue(value: unknown, path: string, names: ReadonlySet<string>): GraphQLError | null {
  if (typeof value === 'string') {
    const unlimited = names.size > 0 && [...names].every((name) => OWN_LIMIT.has(name))
    return problemOf(value, path, unlimited)
  }
  if (value === null || typeof value !== 'object') return null
  for (const [key, inner] of Object.entries(value)) {
    const error = findInValue(inner, `${path}.${key}`, Array.isArray(value) ? names : new Set([key]))
    if (error) return error
  }
  return null
}

function problemOf(text: string, path: string, unlimited: boolean): GraphQLError | null {
  if (UNSTORABLE.test(text)) {
    return badInput(`${path} has a NUL character or half of a surrogate pair: remove it`)
  }
  if (text.length > LONGEST && !unlimited) {
    return badInput(`${path} has ${text.length} characters: pass at most ${LONGEST}`)
  }
  return null
}
