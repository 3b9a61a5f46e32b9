import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Place', {
  id: { field: 'id', description: 'Global id.' },
  select: {},
  interfaces: [Versioned],
  description: 'Where something was said or held: a city, a building, a country.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    countryCode: t.exposeString('countryCode', {
      nullable: true,
      description: 'Its country, ISO 3166-1 alpha-2: `CH`; null when unknown.',
    }),
    wikidataId: t.expose('wikidataId', {
      type: 'WikidataId',
      nullable: true,
      description: 'Its Wikidata item.',
    }),
    statements: t.field(
      connection(statementList, { description: 'What was said there.', link: sql`t."placeId" = p.id` }),
    ),
  }),
})
