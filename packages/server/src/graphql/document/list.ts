import { type DocumentFilter, documents } from '../../record/document/list.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'

const DocumentFilterInput = filterInput<DocumentFilter>('Document', whichOf('documents'), (t) => ({
  title: t.string({
    description: 'Part of the title or of the identifier; case and diacritics do not matter.',
  }),
  issuerIds: t.idList({ description: 'Issued by one of these speakers.' }),
}))

export const documentList = listType(documents, {
  filter: DocumentFilterInput,
  orders: { TITLE: 'The title, case and diacritics folded.' },
})
