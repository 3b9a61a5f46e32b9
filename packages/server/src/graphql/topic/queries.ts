import { idOf } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUp } from '../look-up.js'
import { topicList } from './list.js'

const TopicBy = builder.inputType('TopicBy', {
  isOneOf: true,
  description: 'Exactly one way to name a topic.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    slug: t.string({ description: 'Slug: `fisheries-treaty`.' }),
    wikidataId: t.field({ type: 'WikidataId', description: 'Wikidata item.' }),
  }),
})

interface By {
  id?: string | null
  slug?: string | null
  wikidataId?: string | null
}

function where({ id, slug, wikidataId }: By) {
  if (id != null) return { id: idOf('Topic', id, 'by.id') }
  if (slug != null) return { slug }
  return { wikidataId: wikidataId ?? '' }
}

builder.queryFields((t) => ({
  topic: t.prismaField({
    type: 'Topic',
    nullable: true,
    description: 'One topic; null when there is none.',
    args: { by: t.arg({ type: TopicBy, required: true, description: 'Which.' }) },
    resolve: (query, _root, { by }, context) => lookUp(context, 'Topic', { query, where: where(by) }),
  }),
  topics: t.field(connection(topicList, { description: 'All topics, of every level of the tree.' })),
}))
