import { GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql'

/**
 * Says why `onrecord query` finds nothing to run in a document.
 *
 * @param wanted what `--operation` names.
 * @returns the end of a message: "has 2 operations: name one with --operation: Latest, Oldest"
 */
export function operationFault(document: string, wanted: string | undefined): string {
  const operations = operationsIn(document)
  if (typeof operations === 'string') return operations
  const [first, ...more] = operations.filter(({ name }) => !wanted || name?.value === wanted)
  if (operations.length === 0) return 'has no operation'
  const names = operations.map(({ name }) => name?.value ?? '(without a name)').join(', ')
  if (!first) return `has no operation ${wanted}: it has ${names}`
  if (more.length > 0)
    return wanted
      ? `has ${more.length + 1} operations ${wanted}: their names must differ`
      : `has ${more.length + 1} operations: name one with --operation: ${names}`
  return first.operation === OperationTypeNode.SUBSCRIPTION
    ? 'is a subscription: this command runs queries and mutations'
    : 'is none that can be sent'
}

/** The operations of a document, or what is wrong with its text. */
function operationsIn(document: string): OperationDefinitionNode[] | string {
  try {
    return parse(document).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { line, column } = error.locations?.[0] ?? {}
    return `${error.message} (line ${line}, column ${column})`
  }
}
