import { allOf, raw, type Sql, sql } from '../../database/sql.js'
import { isNamedInStatement, shownStatements } from './shown-statements.js'
import { notInBin, type Shown, type View } from './view.js'

/** Every article outside the bin is public: a review is about its statements, not about the article. */
export const shownArticles: Shown = (alias, { bin }) => (bin ? [] : [sql`${alias}."deletedAt" IS NULL`])

/** A text is as public as its article. */
export const shownTexts: Shown = (alias, { bin }) => (bin ? [] : [notInBin(sql`${alias}."articleId"`)])

/** A site is public once it has a public article. */
export const shownSites: Shown = (alias, { sight }) =>
  sight === 'EVERYTHING'
    ? []
    : [sql`EXISTS (SELECT FROM "Article" v WHERE v."siteId" = ${alias}.id AND v."deletedAt" IS NULL)`]

/**
 * How many levels the tree of topics has below its top. A public topic makes the topics on all levels above it public.
 */
export const TREE_DEPTH = 4

/** A topic is public once a public article raises it or a public statement is about it, or about a topic below it. */
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

/** An object is public once a public statement refers to it in `column`. */
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

/**
 * A place is public once a public statement was made there or at an event there, or once somebody who is named in a
 * public statement held office there.
 */
export const shownPlaces: Shown = (alias, view) =>
  view.sight === 'EVERYTHING'
    ? []
    : [
        sql`(EXISTS (SELECT FROM "Statement" w WHERE ${allOf(shownStatements(sql`w`, view))} AND (
            w."placeId" = ${alias}.id OR w."eventId" IN (SELECT v.id FROM "Event" v WHERE v."placeId" = ${alias}.id)))
            OR EXISTS (SELECT FROM "Affiliation" y WHERE y."placeId" = ${alias}.id
              AND ${isNamedInStatement(sql`y."speakerId"`, view, true)}))`,
      ]

/**
 * A document is public once a public article cites it, outside of statements or in a public one, or once it is the
 * primary source of an utterance that a public statement reports.
 */
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

/** What the team says among itself. */
export const shownToTeam: Shown = (_alias, { sight }) => (sight === 'EVERYTHING' ? [] : [sql`FALSE`])

/** An alert is not found by its id: `alerts` gives those of the caller's key. */
export const shownToNobody: Shown = () => [sql`FALSE`]

/** Only admins see API keys, webhooks and deliveries. */
export const shownKeys: Shown = (_alias, { keys }) => (keys ? [] : [sql`FALSE`])
