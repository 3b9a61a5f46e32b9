import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
} from 'graphql'
import type { FieldPlan } from './field-plan.js'

/** What the plugin notes of a field while the schema is built. */
export interface FieldFacts {
  /** The resolver of the field, without what plugins wrap around it; absent when it reads a property of its parent. */
  resolve?: GraphQLFieldResolver<unknown, unknown>
  plan?: FieldPlan
  /** Whether the field asks for scopes of its own. */
  hasOwnAuth: boolean
}

/** The name under which the facts stand in a field's extensions. */
export const FACTS = 'readPlan'

export const factsOf = (field: GraphQLField<unknown, unknown>): FieldFacts =>
  (field.extensions[FACTS] as FieldFacts | undefined) ?? { hasOwnAuth: false }

/** The resolver of a field, as far as it needs no `info`. A field without one reads a property of its parent. */
export function resolverOf(field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  const { resolve } = factsOf(field)
  if (resolve && resolve !== defaultFieldResolver) return resolve
  const { pothosExposedField: exposed = field.name } = field.extensions
  return (parent) => (parent as Record<string, unknown>)[exposed as string]
}

/** The Prisma model of a type; null for a type without one. */
export const modelOf = (type: GraphQLNamedType): string | null =>
  (type.extensions.pothosPrismaModel as string | undefined) ?? null
