import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField, WIKIDATA_KEY } from '../look-up-field.js'
import { topicList } from './list.js'

lookUpField('Topic', {
  keys: {
    slug: {
      type: 'String',
      description: 'Its slug: `fisheries-treaty`.',
      where: (slug: string) => sql`t.slug = ${slug}`,
    },
    wikidataId: WIKIDATA_KEY,
  },
})

builder.queryField('topics', (t) =>
  t.field(connection(topicList, { description: 'All topics, of every level of the tree.' })),
)
