import { builder } from '../schema/builder.js'
import { connection } from '../schema/connection.js'
import { idOf } from '../schema/global-id.js'
import { statements } from './list.js'

builder.queryFields((t) => ({
  statement: t.prismaField({
    type: 'Statement',
    nullable: true,
    description: 'One statement; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { prisma }) =>
      prisma.statement.findUnique({ ...query, where: { id: idOf('Statement', id, 'id') } }),
  }),
  statements: t.field(
    connection(statements, { description: 'All statements, the latest said first by default.' }),
  ),
}))
