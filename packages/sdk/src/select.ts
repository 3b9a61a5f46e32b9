import type { Client, RequestOptions } from './client.js'
import { type $Mutation, type $Query, ARGUMENTS } from './generated/shapes.js'

/** What a shape has besides its fields. */
type Extra = '$type' | '$args' | '$on'

/** The object type in a field's type, without lists and null. */
type ObjectIn<Value> = Value extends readonly (infer Item)[]
  ? ObjectIn<Item>
  : Value extends { $type: string }
    ? Value
    : never

type ArgumentsOf<Shape, Field> = Shape extends { $args: infer All }
  ? Field extends keyof All
    ? All[Field]
    : never
  : never

type Branch<Shape, Field, Value> = [ArgumentsOf<Shape, Field>] extends [never]
  ? Selection<Value>
  : Selection<Value> &
      (Record<string, never> extends ArgumentsOf<Shape, Field>
        ? { $?: ArgumentsOf<Shape, Field> }
        : { $: ArgumentsOf<Shape, Field> })

/** What can be selected of a shape: `true` for a value, a selection for an object, with its arguments in `$`. */
export type Selection<Shape> = {
  [Field in Exclude<keyof Shape, Extra>]?: [ObjectIn<Shape[Field]>] extends [never]
    ? true
    : Branch<Shape, Field, ObjectIn<Shape[Field]>>
} & (Shape extends { $on: infer Members }
  ? { $on?: { [Name in keyof Members]?: Selection<Members[Name]> } }
  : unknown)

/** `never` where a selection names a field that the shape does not have: the error stands at that field. */
type Strict<Shape, S> = {
  [Field in keyof S]: Field extends '$'
    ? S[Field]
    : Field extends '$on'
      ? {
          [Name in keyof S[Field]]: Shape extends { $on: infer Members }
            ? Name extends keyof Members
              ? Strict<Members[Name], S[Field][Name]>
              : never
            : never
        }
      : Field extends Exclude<keyof Shape, Extra>
        ? S[Field] extends true
          ? true
          : Strict<ObjectIn<Shape[Field]>, S[Field]>
        : never
}

type Picked<Value, S> = Value extends readonly (infer Item)[]
  ? Picked<Item, S>[]
  : Value extends { $type: string }
    ? Selected<Value, S>
    : Value

type Fields<Shape, S> = {
  [Field in Exclude<keyof S, '$' | '$on'> & keyof Shape]: S[Field] extends true
    ? Shape[Field]
    : Picked<Shape[Field], S[Field]>
}

/**
 * Stands for the members of a union that a newer service may give: a program that tells members by `__typename` has a
 * case left for them. The value is their real name.
 */
export type Other = '%other'

/** What comes back for a selection. */
export type Selected<Shape, S> = S extends { $on: infer On }
  ?
      | {
          [Name in keyof On]: Fields<Shape, S> & { __typename: Name } & (Shape extends { $on: infer Members }
              ? Name extends keyof Members
                ? Fields<Members[Name], On[Name]>
                : never
              : never)
        }[keyof On]
      | (Fields<Shape, S> & { __typename: Other })
  : Fields<Shape, S>

/**
 * Asks for exactly the fields of a selection; arguments stand in `$`, members of unions and interfaces in `$on`.
 * Fragments are objects that are spread.
 *
 * @example
 * const { statements } = await query(client, {
 *   statements: { $: { first: 10 }, nodes: { text: true, speaker: { name: true } } },
 * })
 */
export const query = <const S extends Selection<$Query>>(
  client: Client,
  selection: S & Strict<$Query, S>,
  options?: RequestOptions,
): Promise<Selected<$Query, S>> => run(client, 'query', selection, options)

/** The same for a mutation. */
export const mutate = <const S extends Selection<$Mutation>>(
  client: Client,
  selection: S & Strict<$Mutation, S>,
  options?: RequestOptions,
): Promise<Selected<$Mutation, S>> => run(client, 'mutation', selection, options)

interface Node {
  $?: Record<string, unknown>
  $on?: Record<string, Node>
  [field: string]: unknown
}

function run<Result>(
  client: Client,
  kind: string,
  selection: object,
  options: RequestOptions = {},
): Promise<Result> {
  const { text, variables } = printSelection(kind, selection as Node)
  return client.request<Result, object>(text, variables, options)
}

/** The document of a selection, its arguments hoisted into variables, so that the same selection is the same text. */
export function printSelection(
  kind: string,
  selection: object,
): { text: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []
  const print = (node: Node): string => {
    const parts = Object.entries(node).flatMap(([field, value]) => {
      if (field === '$' || value === undefined) return []
      if (field === '$on') {
        const members = Object.entries(value as Record<string, Node>)
        return ['__typename', ...members.map(([name, inner]) => `...on ${name}${print(inner)}`)]
      }
      return [value === true ? field : `${field}${given(field, value as Node)}${print(value as Node)}`]
    })
    return `{${parts.join(' ')}}`
  }
  const given = (field: string, { $ = {} }: Node): string => {
    const args = Object.entries($).flatMap(([name, value]) => {
      if (value === undefined) return []
      const type = ARGUMENTS[`${name}@${field}`] ?? ARGUMENTS[name]
      if (!type) throw new TypeError(`${field} has no argument ${name}`)
      const variable = `v${declared.length}`
      declared.push(`$${variable}:${type}`)
      variables[variable] = value
      return [`${name}:$${variable}`]
    })
    return args.length > 0 ? `(${args.join(' ')})` : ''
  }
  const body = print(selection as Node)
  return { text: `${kind}${declared.length > 0 ? `(${declared.join(' ')})` : ''}${body}`, variables }
}
