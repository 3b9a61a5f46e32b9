import { sql } from '../../database/sql.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { articleList } from '../article/list.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { ExternallyIdentified, Versioned } from '../shared-types.js'
import { statementList } from '../statement/list.js'
import { topicList } from './list.js'

builder.prismaNode('Topic', {
  id: { field: 'id', description: 'Its global id, opaque and good for ever.' },
  select: {},
  interfaces: [Versioned, ExternallyIdentified],
  description: 'What statements are about. Topics form a tree.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Lower-case name for URLs, unique: `fisheries-treaty`.' }),
    name: t.exposeString('name', { description: 'Its name, as people write it: "Fisheries treaty".' }),
    aliases: t.stringList({
      description: 'Other names of it; at most 100.',
      select: {
        aliases: { select: { name: true }, orderBy: { nameFolded: 'asc' }, take: MOST_PARTS.aliases },
      },
      resolve: ({ aliases }) => aliases.map((alias) => alias.name),
    }),
    wikidataId: t.expose('wikidataId', {
      type: 'WikidataId',
      nullable: true,
      description: 'Its Wikidata item, `Q42`; null when none is known.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The broader topic; null at the top of the tree.',
    }),
    children: t.field(
      connection(topicList, {
        description: 'Topics directly below it.',
        link: sql`t."parentId" = p.id`,
        filterable: false,
      }),
    ),
    statements: t.field(
      connection(statementList, {
        description:
          'Statements about the topic itself. For the topics below it too: `statements(filter: { topicIds: … })`.',
        link: { table: 'StatementTopic', own: 'topicId', other: 'statementId' },
      }),
    ),
    articles: t.field(
      connection(articleList, {
        description: 'Articles that raise the topic itself.',
        link: { table: 'ArticleTopic', own: 'topicId', other: 'articleId' },
      }),
    ),
  }),
})
