import type { Client, RequestOptions } from './client.js'
import type { SelectMutation, SelectQuery } from './generated/selections.js'
import { type $Mutation, type $Query, ARGUMENTS } from './generated/shapes.js'

/** Has `never` at each field that does not exist, and at `$` with such an argument, so that the compiler marks them. */
export type Strict<Allowed, S> = {
  [Field in keyof S]: Field extends '$'
    ? keyof S[Field] extends keyof (Allowed & { $: object })['$']
      ? unknown
      : never
    : Field extends keyof Allowed
      ? S[Field] extends boolean | undefined
        ? unknown
        : Strict<Allowed[Field] & object, S[Field]>
      : never
}

/**
 * The type of `__typename` for members of a union that a newer service may add, so that a program has a case for them. The
 * value is their real name.
 */
export type Other = '%other'

/** The type of the result of a selection on an object, a list of objects, or null. */
export type Selected<Value, S> = Value extends readonly unknown[] | null
  ? Value extends readonly unknown[]
    ? Selected<Value[number], S>[]
    : null
  : S extends Special
    ? (S extends { $on: infer On }
        ? Member<Value, S, On> | (Fields<Value, S> & { __typename: Other })
        : Fields<Value, S>) &
        Named<Value, S>
    : Fields<Value, S>

/** A selection without either is none of these. */
interface Special {
  $on?: object
  $as?: object
}

/** The selection of a shape has the descriptions of its fields. They are kept, because the keys are keys of it. */
type Fields<
  Shape,
  S,
  Docs = Shape['$select' & keyof Shape],
  Keys extends keyof Docs = keyof S & keyof Docs,
> = {
  [Field in Keys]-?: Chosen<Shape[Field & keyof Shape], S[Field & keyof S]>
}

/** What is asked for on a condition may be undefined. */
type Chosen<Value, S> = S extends object ? Selected<Value, S> : S extends true ? Value : undefined

/** The fields of `$as`: for each alias the type of the one field under it. */
type Named<Shape, S> = S extends { $as: infer As }
  ? { [Name in keyof As]: Only<Fields<Shape, As[Name]>> }
  : unknown

type Only<Object> = Object[keyof Object]

/** One of the members of a union or interface that `$on` names. */
type Member<Shape, S, On> = Shape extends { $members: infer Members }
  ? {
      [Name in keyof On & keyof Members]: Fields<Shape, S> & { __typename: Name } & Fields<
          Members[Name],
          On[Name]
        >
    }[keyof On & keyof Members]
  : never

/**
 * Asks for exactly the fields of a selection. Arguments stand in `$`, members of unions and interfaces in `$on`, and
 * fields with an alias in `$as`. Spread an object to use it as a fragment.
 *
 * @example
 * const { statements, latest } = await query(client, {
 *   statements: { $: { first: 10 }, nodes: { text: true, speaker: { name: true } } },
 *   $as: { latest: { articles: { $: { first: 1 }, nodes: { title: true } } } },
 * })
 */
export const query = <const S extends SelectQuery>(
  client: Client,
  selection: S & Strict<SelectQuery, S>,
  options?: RequestOptions,
): Promise<Selected<$Query, S>> => run(client, 'query', selection, options)

/** Runs mutations, and asks for exactly the fields of a selection, see {@link query}. */
export const mutate = <const S extends SelectMutation>(
  client: Client,
  selection: S & Strict<SelectMutation, S>,
  options?: RequestOptions,
): Promise<Selected<$Mutation, S>> => run(client, 'mutation', selection, options)

/** A selection without its types. */
export interface Node {
  $?: Record<string, unknown>
  $on?: Record<string, Node>
  $as?: Record<string, Node>
  [field: string]: unknown
}

function run<Result>(
  client: Client,
  kind: string,
  selection: object,
  options?: RequestOptions,
): Promise<Result> {
  const { text, variables } = printSelection(kind, selection, options?.operationName)
  return client.request<Result, object>(text, variables, options)
}

/**
 * Prints a selection as a document. Arguments become variables, so that the text does not depend on their values.
 *
 * @param name the name of the operation. Default: the name of the first field, "Statements".
 */
export function printSelection(
  kind: string,
  selection: object,
  name: string = capital(firstName(selection as Node)),
): { text: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []
  const print = (node: Node): string => {
    const parts = Object.entries(node).flatMap(([field, value]) => {
      if (field === '$' || !value) return []
      const named = Object.entries(value as Record<string, Node>)
      if (field === '$on')
        return ['__typename', ...named.map(([name, inner]) => `...on ${name}${print(inner)}`)]
      if (field === '$as') return named.map(([name, inner]) => `${name}:${print(inner).slice(1, -1)}`)
      return [value === true ? field : `${field}${given(field, value as Node)}${print(value as Node)}`]
    })
    return `{${parts.join(' ') || '__typename'}}`
  }
  const given = (field: string, { $ = {} }: Node): string => {
    const args = Object.entries($).flatMap(([name, value]) => {
      if (value === undefined) return []
      if (value === null) return [`${name}:null`]
      const variable = `v${declared.length}`
      declared.push(`$${variable}:${argumentType(name, field, value)}`)
      variables[variable] = value
      return [`${name}:$${variable}`]
    })
    return inBrackets(args)
  }
  const body = print(selection as Node)
  return { text: `${kind} ${name}${inBrackets(declared)}${body}`, variables }
}

const firstName = (selection: Node): string =>
  Object.keys(selection).find((field) => field[0] !== '$') ?? Object.keys(selection.$as ?? {})[0] ?? ''

const inBrackets = (parts: string[]) => (parts[0] ? `(${parts.join(' ')})` : '')

/**
 * The GraphQL type of an argument, for the declaration of its variable. It comes from the table ARGUMENTS, else from the
 * argument's name or value, else it is the input named after the field: `filter` of `statements` takes a StatementFilter.
 * The value is not null, so that it may be declared with `!`, whatever the argument takes.
 */
function argumentType(name: string, field: string, value: unknown): string {
  const id = /ids$/i.test(name) ? '[ID!]' : /id$/i.test(name) && 'ID'
  const kind = typeof value
  const told =
    id ||
    (kind === 'object' ? `*${capital(name.replace(/By$/, ''))}` : kind === 'number' ? 'Int' : capital(kind))
  const type = ARGUMENTS[`${name}@${field}`] ?? ARGUMENTS[name] ?? told
  return `${type.replace('*', ARGUMENTS[`@${field}`] ?? capital(field.replace(/s$/, '')))}!`
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
