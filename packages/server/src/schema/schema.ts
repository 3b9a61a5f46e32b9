import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { builder } from './builder.js'
import './result-errors.js'
import './scalars.js'
import '../article/mutations.js'
import '../article/queries.js'
import '../article/type.js'
import '../site/queries.js'
import '../site/type.js'
import '../speaker/queries.js'
import '../speaker/type.js'
import '../statement/queries.js'
import '../statement/type.js'
import '../topic/queries.js'
import '../topic/type.js'

/** The service's schema. */
export const schema = builder.toSchema()

/** A schema, the service's own by default, in the form that is committed as `schema.graphql`. */
export const printedSchema = (printed: GraphQLSchema = schema): string =>
  `${printSchema(lexicographicSortSchema(printed))}\n`
