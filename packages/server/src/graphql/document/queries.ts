import { sql } from '../../database/sql.js'
import { fold } from '../../text/fold.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { documentList } from './list.js'

lookUpField('Document', {
  keys: {
    identifier: {
      type: 'String',
      description: 'What it is cited by: `S/RES/2231`; case does not matter.',
      where: (identifier: string) => sql`t."identifierFolded" = ${fold(identifier)}`,
    },
  },
})

builder.queryField('documents', (t) =>
  t.field(connection(documentList, { description: 'All documents that are cited.' })),
)
