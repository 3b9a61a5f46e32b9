import { builder } from '../schema/builder.js'
import { connection } from '../schema/connection.js'
import { idOf } from '../schema/global-id.js'
import { INCLUDE_DELETED } from '../schema/list.js'
import { lookUp } from '../schema/look-up.js'
import { statements } from './list.js'

builder.queryFields((t) => ({
  statement: t.prismaField({
    type: 'Statement',
    nullable: true,
    description: 'One statement; null when there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Global id.' }),
      includeDeleted: t.arg.boolean(INCLUDE_DELETED),
    },
    resolve: (query, _root, { id, includeDeleted }, context) =>
      lookUp(context, 'Statement', { query, where: { id: idOf('Statement', id, 'id') }, includeDeleted }),
  }),
  statements: t.field(
    connection(statements, { description: 'All statements, the latest said first by default.' }),
  ),
}))
