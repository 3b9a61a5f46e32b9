import { lexicographicSortSchema, printSchema } from 'graphql'
import { builder } from './builder.js'
import './result-errors.js'
import './scalars.js'
import '../article/mutations.js'
import '../article/queries.js'
import '../article/type.js'
import '../document/queries.js'
import '../document/type.js'
import '../event/queries.js'
import '../event/type.js'
import '../history/type.js'
import '../place/queries.js'
import '../place/type.js'
import '../site/queries.js'
import '../site/type.js'
import '../speaker/queries.js'
import '../speaker/type.js'
import '../statement/mutations.js'
import '../statement/circumstances.js'
import '../statement/office.js'
import '../statement/queries.js'
import '../statement/review-mutations.js'
import '../statement/review.js'
import '../statement/type.js'
import '../topic/queries.js'
import '../topic/type.js'
import '../utterance/type.js'

/** The service's schema. */
export const schema = builder.toSchema()

/** The schema in the form that is committed as `schema.graphql`. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`
