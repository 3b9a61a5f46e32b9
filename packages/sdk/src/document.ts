/**
 * The text of an operation, with the types of its result and variables. Documents of GraphQL Code Generator and gql.tada
 * (see {@link printed}) fit. A plain string also fits, with an unknown result.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string
  /** Never set. It only carries the types. */
  readonly __apiType?: (variables: Variables) => Result
  /** `hash`: lower-case hex SHA-256 of the text, computed when the document was generated. */
  readonly __meta__?: Record<string, unknown> | undefined
}

/** The data that a document asks for. */
export type ResultOf<Document> = Document extends TypedDocument<infer Result, never> ? Result : never

/** The variables that a document takes. */
export type VariablesOf<Document> = Document extends { __apiType?: (variables: infer V) => unknown }
  ? V
  : never

/**
 * Whether one of a document's operations is a mutation, which the service may have run even when no answer came. The
 * mutation may stand after fragments and comments.
 */
export const isMutation = (text: string): boolean => /(^|})([\s,]|#.*)*mutation\b/.test(text)

/**
 * Turns a parsed document, such as those of gql.tada, into one that the client takes.
 *
 * @example
 * const Topics = printed(graphql('{ topics { nodes { name } } }'), print)
 *
 * @param print the function `print` of `graphql` or of `@0no-co/graphql.web`.
 */
export const printed = <Result, Variables, Tree>(
  document: Tree & Pick<TypedDocument<Result, Variables>, '__apiType'>,
  print: (document: Tree) => string,
): TypedDocument<Result, Variables> => print(document) as TypedDocument<Result, Variables>
