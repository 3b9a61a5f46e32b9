import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isEnumType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  visit,
} from 'graphql'

/** The prefix of the types that stand for unknown members of a union or interface. */
export const OTHER = '__Other'

/**
 * Changes the schema so that the types of a client have a place for what a newer service may add. Every union and
 * interface gets one more member. Enums become scalars, because a scalar can have one type for input and another for
 * output.
 */
export function openSchema(schema: GraphQLSchema): { document: DocumentNode; schema: GraphQLSchema } {
  const others: ObjectTypeDefinitionNode[] = []
  const other = (type: string, rest: Partial<ObjectTypeDefinitionNode>) => {
    const name = { kind: Kind.NAME, value: `${OTHER}${type}` } as const
    others.push({ kind: Kind.OBJECT_TYPE_DEFINITION, name, ...rest })
    return { kind: Kind.NAMED_TYPE, name } as const
  }
  const closed = parse(printSchema(schema))
  const opened: DocumentNode = visit(closed, {
    EnumTypeDefinition: ({ name, description }) => ({
      kind: Kind.SCALAR_TYPE_DEFINITION,
      name,
      description,
    }),
    UnionTypeDefinition: (node) => ({
      ...node,
      types: [...(node.types ?? []), other(node.name.value, {})],
    }),
    InterfaceTypeDefinition: ({ name, fields = [] }) => {
      other(name.value, { fields, interfaces: [{ kind: Kind.NAMED_TYPE, name }] })
    },
  })
  const document = { ...opened, definitions: [...opened.definitions, ...others] }
  return { document, schema: buildASTSchema(document, { assumeValid: true }) }
}

/** Names of the schema's own enums. */
export const enumNames = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .map(({ name }) => name)
