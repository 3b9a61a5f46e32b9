import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { documentText } from './document-text.js'
import { capital, fragmentsOf, operationsOf, type Plugin, tsdoc } from './plugin.js'

export interface OperationsConfig {
  /** The file of the operations. They may use fragments of all files. */
  file: string
  /** The module of the operations' types. */
  types: string
  /** The folder of the modules `client.js`, `document.js` and `list.js`, with a slash at its end. */
  runtime: string
}

/**
 * Writes for each operation its document and a function that runs it: `getSpeaker`, `listSpeakers` for the nodes of a
 * connection, `articleIngest` for a mutation ArticleIngest. A subscription has a document only, for `subscribe` runs it.
 * A bundle has only what the program imports.
 */
export const operations: Plugin<OperationsConfig> = (schema, documents, { file, types, runtime }) => {
  const known = fragmentsOf(documents)
  const files = documents.filter(({ location }) => location === file)
  const all = operationsOf(files).map((operation) => readOperation(schema, operation))
  const names = all.flatMap(({ type, variables }) => [type, variables]).sort()
  const content = all.map((each) => `${documentOf(each, known)}${functionOf(each)}`).join('\n')
  // An import that nothing uses does not compile.
  const client = ['Client', 'RequestOptions'].filter((name) => content.includes(`: ${name},\n`)).join(', ')
  return {
    prepend: [
      `import { list } from '${runtime}list.js'`,
      ...(client ? [`import type { ${client} } from '${runtime}client.js'`] : []),
      `import type { TypedDocument } from '${runtime}document.js'`,
      `import type { List, ListOptions } from '${runtime}list.js'`,
      `import type { ${names.join(', ')} } from '${types}'`,
    ].filter((line) => all.some((each) => each.isList) || !line.includes('list.js')),
    content,
  }
}

interface Operation {
  node: OperationDefinitionNode
  field: string
  description: string
  type: string
  variables: string
  optional: boolean
  isList: boolean
}

function readOperation(schema: GraphQLSchema, node: OperationDefinitionNode): Operation {
  const name = node.name?.value
  const [selection] = node.selectionSet.selections as readonly FieldNode[]
  const field = schema.getRootType(node.operation)?.getFields()[selection?.name.value ?? '']
  if (!name || !selection || !field)
    throw new Error(`the operation ${name ?? '(unnamed)'} needs a name and one root field`)
  const suffix = capital(node.operation)
  return {
    node,
    field: selection.name.value,
    description: field.description ?? '',
    type: `${capital(name)}${suffix}`,
    variables: `${capital(name)}${suffix}Variables`,
    optional: (node.variableDefinitions ?? []).every(({ type }) => type.kind !== Kind.NON_NULL_TYPE),
    isList: getNamedType(field.type).name.endsWith('Connection') && selects(selection, 'nodes'),
  }
}

const selects = ({ selectionSet }: FieldNode, name: string): boolean =>
  (selectionSet?.selections ?? []).some((field) => field.kind === Kind.FIELD && field.name.value === name)

function documentOf(
  { node, type, variables }: Operation,
  known: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const text = documentText(node, known)
  const name = `${capital(node.name?.value ?? '')}Document`
  return `export const ${name} =\n  ${JSON.stringify(text)} as unknown as TypedDocument<${type}, ${variables}, '${node.operation}'>\n`
}

function functionOf({ node, field, description, type, variables, optional, isList }: Operation): string {
  if (node.operation === 'subscription') return ''
  const name = capital(node.name?.value ?? '')
  const given = `variables${optional ? '?' : ''}: ${variables}`
  if (isList) {
    const page = `${type}['${field}']`
    return `\n${tsdoc(`${description} Await it for one page, or go through all with \`for await\`.`)}export const list${name} = (
  client: Client,
  ${given},
  options?: ListOptions,
): List<${page}, ${page}['nodes'][number]> => list(client, ${name}Document, '${field}', variables, options)
`
  }
  const verb = node.operation === 'query' ? `get${name}` : name.charAt(0).toLowerCase() + name.slice(1)
  return `\n${tsdoc(description)}export const ${verb} = async (
  client: Client,
  ${given},
  options?: RequestOptions,
): Promise<${type}['${field}']> => (await client.request(${name}Document, variables, options)).${field}
`
}
