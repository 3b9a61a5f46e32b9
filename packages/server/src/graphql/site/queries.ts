import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { siteList } from './list.js'

lookUpField('Site', {
  keys: {
    domain: {
      type: 'String',
      description: 'Its host, with or without "www.", in any case: `harbour-post.example`.',
      where: (domain: string) => sql`t.domain = ${domain.toLowerCase().replace(/^www\./, '')}`,
    },
  },
})

builder.queryField('sites', (t) =>
  t.field(connection(siteList, { description: 'All sites, by name by default.' })),
)
