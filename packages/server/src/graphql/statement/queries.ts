import { idOf } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { INCLUDE_DELETED } from '../list-type.js'
import { lookUp } from '../look-up.js'
import { statementList } from './list.js'

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
    connection(statementList, { description: 'All statements, the latest said first by default.' }),
  ),
}))
