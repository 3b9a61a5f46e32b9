import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import {
  concatAST,
  type GraphQLError,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  NoUnusedFragmentsRule,
  specifiedRules,
  validate,
} from 'graphql'
import { type DocumentFile, operationsOf } from './plugin.js'

/**
 * Checks operations against the schema.
 *
 * @throws Error with a line for each mistake: file, line, column, and what is wrong.
 */
export function checkDocuments(schema: GraphQLSchema, documents: readonly DocumentFile[]): void {
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)
  const all = concatAST(documents.flatMap(({ document }) => document ?? []))
  const mistakes = validate(schema, all, rules).map((error) => `${placeOf(error)}${wordsOf(error, schema)}`)
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  const nameless = operationsOf(documents).find(({ name }) => !name)
  if (nameless) {
    const file = nameless.loc ? `${relative('', nameless.loc.source.name)}: ` : ''
    throw new Error(`${file}an operation has no name, after which its types are called: query MyName { … }`)
  }
}

/** The place of an error in its file, of which the document may be only a part: "src/said.ts:12:5: ". */
function placeOf({ source, locations }: GraphQLError): string {
  const [location] = locations ?? []
  if (!source || !location) return ''
  const { name, body } = source
  const file = existsSync(name) ? readFileSync(name, 'utf8') : ''
  const lines = file.slice(0, Math.max(0, file.indexOf(body))).split('\n')
  const column = location.column + (location.line === 1 ? (lines.at(-1) as string).length : 0)
  return `${relative('', name)}:${location.line + lines.length - 1}:${column}: `
}

/** GraphQL's message. Where it suggests no field with a similar name, the fields of the type follow. */
function wordsOf({ message }: GraphQLError, schema: GraphQLSchema): string {
  const [, name = ''] = /^Cannot query field "\w+" on type "(\w+)"\.$/.exec(message) ?? []
  const type = schema.getType(name)
  if (!isObjectType(type) && !isInterfaceType(type)) return message
  return `${message.slice(0, -1)}, which has ${Object.keys(type.getFields()).join(', ')}.`
}
