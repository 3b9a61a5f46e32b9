import { sql } from '../../database/sql.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'

builder.prismaNode('Place', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned],
  description: 'Where something was said or held: a city, a building, a country.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as people write it: Geneva.' }),
    countryCode: t.exposeString('countryCode', {
      nullable: true,
      description: 'The country that it lies in, ISO 3166-1 alpha-2: `CH`; null when unknown.',
    }),
    wikidataId: t.expose('wikidataId', {
      type: 'WikidataId',
      nullable: true,
      description: 'Its Wikidata item, `Q71`; null when none is known.',
    }),
    statements: t.field(
      connection(statementList, {
        description: 'Statements that were made there.',
        link: sql`t."placeId" = p.id`,
      }),
    ),
  }),
})
