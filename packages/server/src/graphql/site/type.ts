import { sql } from '../../database/sql.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { ExternallyIdentified } from '../shared-types.js'

builder.prismaNode('Site', {
  id: { field: 'id', description: 'Global id.' },
  select: {},
  interfaces: [ExternallyIdentified],
  description: 'Where articles are published.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name as printed, or its domain.' }),
    domain: t.exposeString('domain', { description: 'Its host in lower case, without a leading "www.".' }),
    articles: t.field(
      connection(articleList, { description: 'Articles published there.', link: sql`t."siteId" = p.id` }),
    ),
  }),
})
