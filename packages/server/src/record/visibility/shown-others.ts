import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import { shownStatements, speaks } from './shown-statements.js'
import { notInBin, type Shown, type View } from './view.js'

/** Articles are public: what is reviewed is who said what in them. */
export const shownArticles: Shown = (alias, { bin }) => (bin ? [] : [sql`${alias}."deletedAt" IS NULL`])

export const shownTexts: Shown = (alias, { bin }) => (bin ? [] : [notInBin(sql`${alias}."articleId"`)])

/** Public once a public article stands there. */
export const shownSites: Shown = (alias, { sight }) =>
  sight === 'EVERYTHING'
    ? []
    : [sql`EXISTS (SELECT FROM "Article" v WHERE v."siteId" = ${alias}.id AND v."deletedAt" IS NULL)`]

/** Most levels of the tree below its top: through all of them a topic that is raised makes those above it public. */
export const TREE_DEPTH = 4

/** Public once a public article raises it, a public statement is about it, or so with one below it. */
export const shownTopics: Shown = (alias, view) => [
  sql`${alias}."mergedIntoId" IS NULL`,
  ...(view.sight === 'EVERYTHING' ? [] : [raised(alias, view)]),
]

const raised = (alias: Sql, view: View): Sql =>
  sql`EXISTS (WITH RECURSIVE below AS (
      SELECT ${alias}.id AS id, 0 AS depth
      UNION ALL SELECT c.id, b.depth + 1 FROM "Topic" c JOIN below b ON c."parentId" = b.id
        WHERE b.depth < ${raw(String(TREE_DEPTH))}
    ) SELECT FROM below b WHERE EXISTS (SELECT FROM "ArticleTopic" v
      WHERE v."topicId" = b.id AND ${notInBin(sql`v."articleId"`)} OFFSET 0)
    OR EXISTS (SELECT FROM "StatementTopic" v JOIN "Statement" w ON w.id = v."statementId"
      WHERE v."topicId" = b.id AND ${allOf(shownStatements(sql`w`, view))} OFFSET 0))`

/** Public once a public statement belongs to it. */
export const ofStatements =
  (column: 'eventId' | 'threadId' | 'utteranceId'): Shown =>
  (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`EXISTS (SELECT FROM "Statement" w
            WHERE w.${raw(`"${column}"`)} = ${alias}.id AND ${allOf(shownStatements(sql`w`, view))})`,
        ]

export const shownEvents = ofStatements('eventId')

/** Public once a public statement was made there or at an event there, or somebody who speaks in public held office there. */
export const shownPlaces: Shown = (alias, view) =>
  view.sight === 'EVERYTHING'
    ? []
    : [
        sql`(EXISTS (SELECT FROM "Statement" w WHERE ${allOf(shownStatements(sql`w`, view))} AND (
            w."placeId" = ${alias}.id OR w."eventId" IN (SELECT v.id FROM "Event" v WHERE v."placeId" = ${alias}.id)))
            OR EXISTS (SELECT FROM "Affiliation" y WHERE y."placeId" = ${alias}.id
              AND ${speaks(sql`y."speakerId"`, view, true)}))`,
      ]

/** Public once a public article cites it, by itself or in a public statement, or a public statement reports its words. */
export const shownDocuments: Shown = (alias, view) =>
  view.sight === 'EVERYTHING'
    ? []
    : [
        sql`(EXISTS (SELECT FROM "Reference" v LEFT JOIN "Statement" w ON w.id = v."statementId"
            WHERE v."documentId" = ${alias}.id AND ${notInBin(sql`v."articleId"`)}
              AND (v."statementId" IS NULL OR (${allOf(shownStatements(sql`w`, view))})))
            OR EXISTS (SELECT FROM "Utterance" v JOIN "Statement" w ON w."utteranceId" = v.id
              WHERE v."primarySourceId" = ${alias}.id AND ${allOf(shownStatements(sql`w`, view))}))`,
      ]

export const shownKeys: Shown = (_alias, { keys }) => (keys ? [] : [sql`FALSE`])
