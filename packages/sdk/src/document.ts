/**
 * The text of an operation that knows the types of its result and variables. Those of GraphQL Code Generator with
 * `documentMode: 'string'` fit; so does a plain string, with an unknown result.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string
  /** Never set: it carries the types. */
  readonly __apiType?: (variables: Variables) => Result
  /** `hash`: lower-case hex SHA-256 of the text, made when the document was generated. */
  readonly __meta__?: Record<string, unknown> | undefined
}

/** The data that a document asks for. */
export type ResultOf<Document> = Document extends TypedDocument<infer Result, never> ? Result : never

/** The variables that a document takes. */
export type VariablesOf<Document> = Document extends { __apiType?: (variables: infer V) => unknown }
  ? V
  : never

/** Whether the document's operation is a mutation: the server may have run it even when no answer came. */
export const isMutation = (text: string): boolean => /^(?:\s|#.*)*mutation\b/.test(text)
