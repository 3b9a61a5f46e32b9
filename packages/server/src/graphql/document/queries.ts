import { idOf } from '../../record/global-id.js'
import { fold } from '../../text/fold.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUp } from '../look-up.js'
import { ExternalIdInput } from '../shared-types.js'
import { documentList } from './list.js'

const DocumentBy = builder.inputType('DocumentBy', {
  isOneOf: true,
  description: 'Exactly one way to name a document.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    identifier: t.string({ description: 'What it is cited by: `S/RES/2231`; case does not matter.' }),
    externalId: t.field({ type: ExternalIdInput, description: 'Id in another system.' }),
  }),
})

interface By {
  id?: string | null
  identifier?: string | null
  externalId?: { namespace: string; value: string } | null
}

function where({ id, identifier, externalId }: By) {
  if (id != null) return { id: idOf('Document', id, 'by.id') }
  if (externalId != null) return { externalIds: { some: { type: 'DOCUMENT' as const, ...externalId } } }
  return { identifierFolded: fold(identifier ?? '') }
}

builder.queryFields((t) => ({
  document: t.prismaField({
    type: 'Document',
    nullable: true,
    description: 'One document; null when there is none.',
    args: { by: t.arg({ type: DocumentBy, required: true, description: 'Which.' }) },
    resolve: (query, _root, { by }, context) => lookUp(context, 'Document', { query, where: where(by) }),
  }),
  documents: t.field(connection(documentList, { description: 'All documents that are cited.' })),
}))
