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

/** @throws Error with a line for each mistake: its file, line and column, what is wrong and what would be right. */
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

/** Where an error stands in its file, of which the document may be one piece: "src/said.ts:12:5: ". */
function placeOf({ source, locations }: GraphQLError): string {
  const [location] = locations ?? []
  if (!source || !location) return ''
  const { name, body } = source
  const file = existsSync(name) ? readFileSync(name, 'utf8') : ''
  const lines = file.slice(0, Math.max(0, file.indexOf(body))).split('\n')
  const column = location.column + (location.line === 1 ? (lines.at(-1) as string).length : 0)
  return `${relative('', name)}:${location.line + lines.length - 1}:${column}: `
}

/** A mistake in GraphQL's words; where it knows no field of a similar name, with those that there are. */
function wordsOf({ message }: GraphQLError, schema: GraphQLSchema): string {
  const [, name = ''] = /^Cannot query field "\w+" on type "(\w+)"\.$/.exec(message) ?? []
  const type = schema.getType(name)
  if (!isObjectType(type) && !isInterfaceType(type)) return message
  return `${message.slice(0, -1)}, which has ${Object.keys(type.getFields()).join(', ')}.`
}
