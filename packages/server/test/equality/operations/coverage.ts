import {
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

interface Field {
  name: string
  type: GraphQLType
  args?: readonly Field[]
}

/**
 * Whether the answer of a field comes from the extractor, not from rows that the reference could read. Its own test
 * compares it with what an ingest writes.
 */
export const isApart = (type: string, field: string): boolean =>
  type === 'Query' && field === 'articlePreview'

/** What an operation can ask for: each "Type.field", "Type.field(argument:)" and "Input.field". */
export function askable(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>()
  const types = new Set<GraphQLNamedType>([schema.getQueryType() as GraphQLNamedType])
  for (const type of types) {
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) types.add(possible)
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
    const fields: Readonly<Record<string, Field>> = type.getFields()
    for (const field of Object.values(fields)) {
      if (isApart(type.name, field.name)) continue
      found.add(`${type.name}.${field.name}`)
      types.add(getNamedType(field.type))
      for (const argument of field.args ?? []) {
        found.add(`${type.name}.${field.name}(${argument.name}:)`)
        types.add(getNamedType(argument.type))
      }
    }
  }
  return found
}

/** What an operation asks for, as {@link askable} names it. Values in variables are not looked into. */
export function asked(schema: GraphQLSchema, query: string): Set<string> {
  const found = new Set<string>()
  const info = new TypeInfo(schema)
  const look = {
    Field: () => void found.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`),
    Argument: () => {
      const field = `${info.getParentType()?.name}.${info.getFieldDef()?.name}`
      found.add(`${field}(${info.getArgument()?.name}:)`)
    },
    ObjectField: {
      enter: ({ name }: { name: { value: string } }) => {
        const input = info.getParentInputType()
        if (input) found.add(`${getNamedType(input).name}.${name.value}`)
      },
    },
  }
  visit(parse(query), visitWithTypeInfo(info, look))
  return found
}
