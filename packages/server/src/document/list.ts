import { builder } from '../schema/builder.js'
import { anyOf, containing, type Sql, sql } from '../schema/filter.js'
import { idsOf } from '../schema/global-id.js'
import { type List, orderInput } from '../schema/list.js'

const filterInput = builder.inputType('DocumentFilter', {
  description: 'Which documents: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    title: t.string({
      description: 'Part of the title or of the identifier; case and diacritics do not matter.',
    }),
    issuerIds: t.idList({ description: 'Issued by one of these speakers.' }),
  }),
})

type DocumentFilter = typeof filterInput.$inferInput

export const documents: List<DocumentFilter> = {
  model: 'Document',
  from: sql`"Document" t`,
  orders: { TITLE: [{ column: sql`t."titleFolded"`, type: 'text' }] },
  defaultOrder: { field: 'TITLE', direction: 'ASC' },
  orderInput: orderInput('Document', { TITLE: 'The title, case and diacritics folded.' }, 'ASC'),
  filterInput,
  where: ({ title, issuerIds }, at) => [
    ...(title == null ? [] : [titled(containing(title, `${at}.title`))]),
    ...(issuerIds == null
      ? []
      : [
          sql`EXISTS (SELECT FROM "DocumentIssuer" l WHERE l."documentId" = t.id
            AND ${anyOf(sql`l."speakerId"`, idsOf('Speaker', issuerIds, `${at}.issuerIds`), 'uuid')})`,
        ]),
  ],
}

const titled = (like: string): Sql => sql`(t."titleFolded" LIKE ${like} OR t."identifierFolded" LIKE ${like})`
