import { builder } from '../schema/builder.js'
import { anyOf, containing, type Sql, sql } from '../schema/filter.js'
import { idsOf } from '../schema/global-id.js'
import { type List, orderInput } from '../schema/list.js'

const filterInput = builder.inputType('TopicFilter', {
  description: 'Which topics: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    name: t.string({ description: 'Part of the name or an alias; case and diacritics do not matter.' }),
    parentIds: t.idList({ description: 'Directly below one of these topics.' }),
  }),
})

type TopicFilter = typeof filterInput.$inferInput

export const topics: List<TopicFilter> = {
  model: 'Topic',
  from: sql`"Topic" t`,
  orders: {
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  orderInput: orderInput(
    'Topic',
    { NAME: 'The name, case and diacritics folded.', UPDATED_AT: 'When it last changed.' },
    'ASC',
  ),
  filterInput,
  where: ({ name, parentIds }, at) => [
    // What was merged into another is that other one.
    sql`t."mergedIntoId" IS NULL`,
    ...(name == null ? [] : [named(containing(name, `${at}.name`))]),
    ...(parentIds == null
      ? []
      : [anyOf(sql`t."parentId"`, idsOf('Topic', parentIds, `${at}.parentIds`), 'uuid')]),
  ],
}

/** The two halves each have a trigram index; an OR of a column and a sub-query would read the whole table. */
function named(like: string): Sql {
  return sql`t.id IN (SELECT id FROM "Topic" WHERE "nameFolded" LIKE ${like}
    UNION SELECT "topicId" FROM "TopicAlias" WHERE "nameFolded" LIKE ${like})`
}

/**
 * The column holds one of the topics or, if asked, one below them. Of those that are hidden nothing public is told by
 * it: what a public article or statement is about is public.
 */
export const amongTopics = (column: Sql, ids: readonly string[], includeSubtopics: boolean): Sql =>
  includeSubtopics
    ? sql`${column} IN (WITH RECURSIVE tree AS (
        SELECT id FROM "Topic" WHERE ${anyOf(sql`id`, ids, 'uuid')}
        UNION SELECT c.id FROM "Topic" c JOIN tree ON c."parentId" = tree.id
      ) SELECT id FROM tree)`
    : anyOf(column, ids, 'uuid')
