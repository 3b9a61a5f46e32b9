import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { statementList } from './list.js'

lookUpField('Statement', { keys: {} })

builder.queryField('statements', (t) =>
  t.field(connection(statementList, { description: 'All statements, the latest said first by default.' })),
)
