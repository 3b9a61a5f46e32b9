import { idOf } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUp } from '../look-up.js'
import { ExternalIdInput } from '../shared-types.js'
import { speakerList } from './list.js'

const SpeakerBy = builder.inputType('SpeakerBy', {
  isOneOf: true,
  description: 'Exactly one way to name a speaker. To find one by name: `speakers(filter: { name: … })`.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    wikidataId: t.field({ type: 'WikidataId', description: 'Wikidata item.' }),
    externalId: t.field({ type: ExternalIdInput, description: 'Id in another system.' }),
  }),
})

interface By {
  id?: string | null
  wikidataId?: string | null
  externalId?: { namespace: string; value: string } | null
}

function where({ id, wikidataId, externalId }: By) {
  if (id != null) return { id: idOf('Speaker', id, 'by.id') }
  if (externalId != null) return { externalIds: { some: { type: 'SPEAKER' as const, ...externalId } } }
  return { wikidataId: wikidataId ?? '' }
}

builder.queryFields((t) => ({
  speaker: t.prismaField({
    type: 'Speaker',
    nullable: true,
    description: 'One speaker; null when there is none.',
    args: { by: t.arg({ type: SpeakerBy, required: true, description: 'Which.' }) },
    resolve: (query, _root, { by }, context) => lookUp(context, 'Speaker', { query, where: where(by) }),
  }),
  speakers: t.field(connection(speakerList, { description: 'All speakers.' })),
}))
