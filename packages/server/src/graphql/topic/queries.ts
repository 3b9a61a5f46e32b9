import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField, standingFor, wikidataKey } from '../look-up-field.js'
import { topicList } from './list.js'

lookUpField('Topic', {
  keys: {
    slug: {
      type: 'String',
      description: 'Its slug: `fisheries-treaty`.',
      where: (slug: string) => standingFor('Topic', sql`t.slug = ${slug}`),
    },
    wikidataId: wikidataKey('Topic'),
  },
})

builder.queryField('topics', (t) =>
  t.field(connection(topicList, { description: 'All topics, of every level of the tree.' })),
)
