import ReadPlanPlugin, { readByPlan } from '@onrecord/pothos-read-plan'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import type { GraphQLSchema } from 'graphql'
import { addAuthor } from './author.js'
import { addBook } from './book.js'
import { datamodel } from './datamodel.js'
import { addQueries } from './queries.js'
import type { Types } from './types.js'

/** The schema of the library, which has a field for each way in which fields can be read. */
export function createSchema(): GraphQLSchema {
  const builder = new SchemaBuilder<Types>({
    plugins: [ReadPlanPlugin, PrismaPlugin],
    defaultFieldNullability: false,
    prisma: { client: {} as never, dmmf: datamodel },
    readPlan: {
      run: (context, statement) => context.run(statement),
      variant: ({ viewer }) => viewer,
      joins: { 'Author.dearest': [{ own: 'dearestId', other: 'id' }] },
      encodeId: (typename, id) => `${typename}:${id}`,
      check: ({ check }) => check ?? null,
      learn: ({ learn }, found) => learn?.(found) ?? true,
    },
  })
  builder.scalarType('DateTime', { serialize: (date) => date.toISOString() })
  builder.scalarType('Json', { serialize: (value) => value })
  const Node = builder.interfaceRef<{ id: unknown }>('Node').implement({
    fields: (t) => ({ id: t.id({ resolve: readByPlan }) }),
  })
  addBook(builder, Node)
  addAuthor(builder, Node)
  addQueries(builder, Node)
  return builder.toSchema()
}
