import type { OperationKind } from './operation.js'

/**
 * The text of an operation, with the types of its result and variables, and its kind. Documents of GraphQL Code Generator
 * and gql.tada fit, syntax trees as well as texts. A plain string also fits, with an unknown result.
 */
// biome-ignore lint/suspicious/noExplicitAny: a document of unknown kind fits where one of a certain kind is asked for, and the other way round
export interface TypedDocument<Result, Variables, Kind extends OperationKind | 'fragment' = any> {
  toString(): string
  /** Never set. It only carries the types. */
  readonly __apiType?: (variables: Variables) => Result
  /** Never set. It only carries the kind, where it is known. */
  readonly __kind?: Kind
  /** `hash`: lower-case hex SHA-256 of the text, computed when the document was generated. */
  readonly __meta__?: Record<string, unknown> | undefined
}

/** The data that a document asks for. */
export type ResultOf<Document> = Document extends TypedDocument<infer Result, never> ? Result : never

/** The variables that a document takes. */
export type VariablesOf<Document> = Document extends { __apiType?: (variables: infer V) => unknown }
  ? V
  : never

/** What stands before nodes of these kinds. */
const SIGNS: Record<string, string> = {
  Variable: '$',
  Directive: '@',
  FragmentSpread: '...',
  InlineFragment: '...',
  FragmentDefinition: 'fragment ',
  NullValue: 'null',
}

/** The parts of nodes in the order in which they are printed, each with what stands around it. */
const PARTS =
  'operation |alias:|variable|name|(variableDefinitions)|(arguments)| on typeCondition|:type|:value|=defaultValue| directives|selectionSet|{selections}|[values]|{fields}|definitions'

const TYPES: Record<string, string> = { NonNullType: 'type!', ListType: '[type]' }

/**
 * The text of a document, which may be a syntax tree: https://github.com/graphql/graphql-js/blob/17.x.x/src/language/ast.ts
 */
export function textOf(document: unknown): string {
  if (Array.isArray(document)) return document.map(textOf).join(' ')
  const node: Record<string, unknown> = Object(document)
  const kind = node.kind as string
  const { name, value } = node
  if (!kind) return String(document)
  // Names and simple values have a value, and no name.
  if (!name && value !== undefined) return kind === 'StringValue' ? JSON.stringify(value) : String(value)
  const parts = (TYPES[kind] ?? PARTS).replace(/([^|]*?)(\w{4,})([^|]*)\|?/g, (_, before, part, after) => {
    const text = textOf(node[part] ?? '')
    // Lists and objects among the values may be empty.
    return text || (node[part] && /[[{]/.test(before)) ? before + text + after : ''
  })
  return (SIGNS[kind] ?? '') + parts
}
