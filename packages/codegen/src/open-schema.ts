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

/** Begins the name of the type that stands for the unknown members of a union or interface. */
export const OTHER = '__Other'

/**
 * The schema as types of a client are made from it: what it may come to hold with a newer service has its place. Enums
 * are scalars, which have a type for each way, open in and closed out; every union and interface has one more member.
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
