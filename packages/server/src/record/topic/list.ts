import { anyOf, type Sql, sql } from '../../database/sql.js'
import { named } from '../lists/conditions.js'
import { field, idsField, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'

export interface TopicFilter {
  name?: Maybe<string>
  parentIds?: Maybe<readonly string[]>
}

export const topics: List<TopicFilter, 'NAME' | 'UPDATED_AT'> = {
  model: 'Topic',
  from: sql`"Topic" t`,
  orders: {
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  filter: {
    name: field((name, { at }) => named('Topic', name, at)),
    parentIds: idsField('Topic', (ids) => anyOf(sql`t."parentId"`, ids, 'uuid')),
  },
}

/**
 * The condition that the column holds one of the topics or, if asked, a topic below them. It tells nothing about hidden
 * topics: the topics of a public article or statement are public.
 */
export const amongTopics = (column: Sql, ids: readonly string[], includeSubtopics: boolean): Sql =>
  includeSubtopics
    ? // An array: PostgreSQL takes it for few values, and any other list of unknown length for half of all topics.
      sql`${column} = ANY(ARRAY(WITH RECURSIVE tree AS (
        SELECT id FROM "Topic" WHERE ${anyOf(sql`id`, ids, 'uuid')}
        UNION SELECT c.id FROM "Topic" c JOIN tree ON c."parentId" = tree.id
      ) SELECT id FROM tree))`
    : anyOf(column, ids, 'uuid')
