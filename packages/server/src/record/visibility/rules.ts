import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import type { Prisma } from '../../generated/prisma/client.js'
import { speaks, speaksWhere, statement, statementWhere } from './statement-rule.js'
import { notInBin, type Rule, type View } from './view.js'

/** Articles are public: what is reviewed is who said what in them. */
export const article: Rule = {
  sql: (alias, { bin }) => (bin ? [] : [sql`${alias}."deletedAt" IS NULL`]),
  where: ({ bin }): Prisma.ArticleWhereInput => (bin ? {} : { deletedAt: null }),
}

export const articleText: Rule = {
  sql: (alias, { bin }) => (bin ? [] : [notInBin(sql`${alias}."articleId"`)]),
  where: ({ bin }): Prisma.ArticleTextWhereInput => (bin ? {} : { article: { deletedAt: null } }),
}

/** Public once a public article stands there. */
export const site: Rule = {
  sql: (alias, { sight }) =>
    sight === 'EVERYTHING'
      ? []
      : [sql`EXISTS (SELECT FROM "Article" v WHERE v."siteId" = ${alias}.id AND v."deletedAt" IS NULL)`],
  where: ({ sight }): Prisma.SiteWhereInput =>
    sight === 'EVERYTHING' ? {} : { articles: { some: { deletedAt: null } } },
}

/** Most levels of the tree below its top: through all of them a topic that is raised makes those above it public. */
export const TREE_DEPTH = 4

/** Public once a public article raises it, a public statement is about it, or so with one below it. */
export const topic: Rule = {
  sql: (alias, view) => [
    sql`${alias}."mergedIntoId" IS NULL`,
    ...(view.sight === 'EVERYTHING' ? [] : [raised(alias, view)]),
  ],
  where: (view): Prisma.TopicWhereInput => ({
    mergedIntoId: null,
    ...(view.sight === 'EVERYTHING' ? {} : raisedWhere(TREE_DEPTH, view)),
  }),
}

const raised = (alias: Sql, view: View): Sql =>
  sql`EXISTS (WITH RECURSIVE below AS (
      SELECT ${alias}.id AS id, 0 AS depth
      UNION ALL SELECT c.id, b.depth + 1 FROM "Topic" c JOIN below b ON c."parentId" = b.id
        WHERE b.depth < ${raw(String(TREE_DEPTH))}
    ) SELECT FROM below b WHERE EXISTS (SELECT FROM "ArticleTopic" v
      WHERE v."topicId" = b.id AND ${notInBin(sql`v."articleId"`)} OFFSET 0)
    OR EXISTS (SELECT FROM "StatementTopic" v JOIN "Statement" w ON w.id = v."statementId"
      WHERE v."topicId" = b.id AND ${allOf(statement.sql(sql`w`, view))} OFFSET 0))`

function raisedWhere(depth: number, view: View): Prisma.TopicWhereInput {
  const itself = [
    { articles: { some: { article: { deletedAt: null } } } },
    { statements: { some: { statement: statementWhere(view) } } },
  ]
  return { OR: depth === 0 ? itself : [...itself, { children: { some: raisedWhere(depth - 1, view) } }] }
}

/** Public once a public statement belongs to it. */
export const ofStatements = (column: string): Rule => ({
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`EXISTS (SELECT FROM "Statement" w
            WHERE w.${raw(`"${column}"`)} = ${alias}.id AND ${allOf(statement.sql(sql`w`, view))})`,
        ],
  where: (view) => (view.sight === 'EVERYTHING' ? {} : { statements: { some: statementWhere(view) } }),
})

export const event = ofStatements('eventId')

/** Public once a public statement was made there or at an event there, or somebody who speaks in public held office there. */
export const place: Rule = {
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`(EXISTS (SELECT FROM "Statement" w WHERE ${allOf(statement.sql(sql`w`, view))} AND (
            w."placeId" = ${alias}.id OR w."eventId" IN (SELECT v.id FROM "Event" v WHERE v."placeId" = ${alias}.id)))
            OR EXISTS (SELECT FROM "Affiliation" y WHERE y."placeId" = ${alias}.id
              AND ${speaks(sql`y."speakerId"`, view, true)}))`,
        ],
  where(view): Prisma.PlaceWhereInput {
    const shown = { statements: { some: statementWhere(view) } }
    const office = { affiliations: { some: { speaker: { OR: speaksWhere(view) } } } }
    return view.sight === 'EVERYTHING' ? {} : { OR: [shown, { events: { some: shown } }, office] }
  },
}

/** Public once a public article cites it, by itself or in a public statement, or a public statement reports its words. */
export const document: Rule = {
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`(EXISTS (SELECT FROM "Reference" v LEFT JOIN "Statement" w ON w.id = v."statementId"
            WHERE v."documentId" = ${alias}.id AND ${notInBin(sql`v."articleId"`)}
              AND (v."statementId" IS NULL OR (${allOf(statement.sql(sql`w`, view))})))
            OR EXISTS (SELECT FROM "Utterance" v JOIN "Statement" w ON w."utteranceId" = v.id
              WHERE v."primarySourceId" = ${alias}.id AND ${allOf(statement.sql(sql`w`, view))}))`,
        ],
  where: (view): Prisma.DocumentWhereInput =>
    view.sight === 'EVERYTHING'
      ? {}
      : {
          OR: [
            {
              references: {
                some: {
                  article: { deletedAt: null },
                  OR: [{ statementId: null }, { statement: statementWhere(view) }],
                },
              },
            },
            { utterances: { some: { statements: { some: statementWhere(view) } } } },
          ],
        },
}

export const apiKey: Rule = {
  sql: (_alias, { keys }) => (keys ? [] : [sql`FALSE`]),
  where: ({ keys }): Prisma.ApiKeyWhereInput => (keys ? {} : { id: { in: [] } }),
}
