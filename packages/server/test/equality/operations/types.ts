import { type GraphQLCompositeType, type GraphQLObjectType, isAbstractType, isCompositeType } from 'graphql'
import { schema } from '../reference/reference.js'

/** All types that have fields or members. */
export const COMPOSITE_TYPES = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLCompositeType => isCompositeType(type) && !type.name.startsWith('__'),
)

const possible = new Map<GraphQLCompositeType, readonly GraphQLObjectType[]>()

/** The types that an object of a type can have. */
export function possibleOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  const known = possible.get(type) ?? (isAbstractType(type) ? schema.getPossibleTypes(type) : [type])
  possible.set(type, known)
  return known
}
