import { anyOf, sql } from '../../database/sql.js'
import { containing } from '../lists/conditions.js'
import { field, idsField, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface DocumentFilter {
  title?: Maybe<string>
  issuerIds?: Maybe<readonly string[]>
}

export const documents: List<DocumentFilter, 'TITLE'> = {
  model: 'Document',
  from: sql`"Document" t`,
  orders: { TITLE: [{ column: sql`t."titleFolded"`, type: 'text' }] },
  defaultOrder: { field: 'TITLE', direction: 'ASC' },
  filter: {
    title: field((title, { at }) => {
      const like = containing(title, at)
      return sql`(t."titleFolded" LIKE ${like} OR t."identifierFolded" LIKE ${like})`
    }),
    issuerIds: idsField(
      'Speaker',
      (ids) => sql`EXISTS (SELECT FROM "DocumentIssuer" l WHERE l."documentId" = t.id
        AND ${anyOf(sql`l."speakerId"`, ids, 'uuid')})`,
    ),
  },
}
