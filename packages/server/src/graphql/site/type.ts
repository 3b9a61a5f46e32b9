import { sql } from '../../database/sql.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { ExternallyIdentified } from '../shared-types.js'

builder.prismaNode('Site', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [ExternallyIdentified],
  description: 'A place on the web where articles are published, such as a newspaper.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name as printed, or its domain.' }),
    domain: t.exposeString('domain', { description: 'Its host in lower case, without a leading "www.".' }),
    articles: t.field(
      connection(articleList, {
        description: 'The articles that were published there.',
        link: sql`t."siteId" = p.id`,
      }),
    ),
  }),
})
