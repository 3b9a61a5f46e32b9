import type { Prisma } from '../generated/prisma/client.js'
import type { ReviewStatus } from '../generated/prisma/enums.js'
import type { Sight, Viewer } from '../schema/context.js'
import { ForbiddenError } from '../schema/errors.js'
import { allOf, anyOf, join, raw, type Sql, sql } from '../schema/filter.js'
import type { NodeType } from '../schema/global-id.js'

/** What a read shows. */
export interface View {
  sight: Sight
  /** Also what is in the bin. */
  bin: boolean
  /** Also the keys of the API. */
  keys: boolean
}

/** @throws ForbiddenError when somebody asks for the bin who may not look into it. */
export function viewOf({ sight, scopes }: Viewer, bin = false): View {
  if (bin && sight !== 'EVERYTHING') throw new ForbiddenError('editor')
  return { sight, bin, keys: scopes.has('admin') }
}

/**
 * Which rows of a type a read shows, said twice: in SQL, for lists and counts, and as Prisma's filter, for reads by id.
 * Both say the same; a test compares them.
 */
export interface Rule {
  /** Conditions on the row with this alias; `few`: something else has narrowed the rows to those of one parent. */
  sql(alias: Sql, view: View, few?: boolean): Sql[]
  where(view: View): object
}

/** An anti-join: of NOT IN the planner would think that it keeps half of the rows, and read whole lists for a page. */
const notInBin = (articleId: Sql): Sql =>
  sql`NOT EXISTS (SELECT FROM "Article" d WHERE d.id = ${articleId} AND d."deletedAt" IS NOT NULL)`

const HIDDEN: Record<Sight, readonly ReviewStatus[]> = {
  PUBLIC: ['PROPOSED', 'REJECTED'],
  PROPOSALS: ['REJECTED'],
  EVERYTHING: [],
}

/** Whether statements of a review status are hidden from a viewer. */
export const hides = (sight: Sight, status: ReviewStatus): boolean => HIDDEN[sight].includes(status)

/** The condition that a review status is shown. Of one that is hidden, "<>" lets an index of an order be used. */
export const isShown = (status: Sql, sight: Sight): Sql =>
  sight === 'PUBLIC' ? sql`${status} IN ('VERIFIED', 'RETRACTED')` : sql`${status} <> 'REJECTED'`

const statement: Rule = {
  sql: (alias, { sight, bin }) => [
    ...(sight === 'EVERYTHING' ? [] : [isShown(sql`${alias}."reviewStatus"`, sight)]),
    ...(bin ? [] : [sql`${alias}."deletedAt" IS NULL`, notInBin(sql`${alias}."articleId"`)]),
  ],
  where: statementWhere,
}

function statementWhere({ sight, bin }: View): Prisma.StatementWhereInput {
  return {
    ...(sight === 'EVERYTHING' ? {} : { reviewStatus: shownWhere(sight) }),
    ...(bin ? {} : { deletedAt: null, article: { deletedAt: null } }),
  }
}

const shownWhere = (sight: Sight) => ({ notIn: [...HIDDEN[sight]] })

/** Articles are public: what is reviewed is who said what in them. */
const article: Rule = {
  sql: (alias, { bin }) => (bin ? [] : [sql`${alias}."deletedAt" IS NULL`]),
  where: ({ bin }): Prisma.ArticleWhereInput => (bin ? {} : { deletedAt: null }),
}

const articleText: Rule = {
  sql: (alias, { bin }) => (bin ? [] : [notInBin(sql`${alias}."articleId"`)]),
  where: ({ bin }): Prisma.ArticleTextWhereInput => (bin ? {} : { article: { deletedAt: null } }),
}

/** Public once a public article stands there. */
const site: Rule = {
  sql: (alias, { sight }) =>
    sight === 'EVERYTHING'
      ? []
      : [sql`EXISTS (SELECT FROM "Article" v WHERE v."siteId" = ${alias}.id AND v."deletedAt" IS NULL)`],
  where: ({ sight }): Prisma.SiteWhereInput =>
    sight === 'EVERYTHING' ? {} : { articles: { some: { deletedAt: null } } },
}

/**
 * Public once something public names them: a statement (theirs, or by a mention), a byline, an event that they took part
 * in, a document that they issued, or somebody who speaks or is mentioned in public: the organisation of their office,
 * the members of their group. The merged are found by what they merged into.
 */
const speaker: Rule = {
  sql: (alias, view, few) => [
    sql`${alias}."mergedIntoId" IS NULL`,
    ...(view.sight === 'EVERYTHING' ? [] : [isNamed(alias, view, few ?? false)]),
  ],
  where: (view): Prisma.SpeakerWhereInput => {
    const itself = speaksWhere(view)
    return {
      mergedIntoId: null,
      ...(view.sight === 'EVERYTHING'
        ? {}
        : {
            OR: [
              ...itself,
              { bylines: { some: { article: { deletedAt: null } } } },
              { events: { some: { event: event.where(view) } } },
              { issued: { some: { document: document.where(view) } } },
              { memberships: { some: { speaker: { OR: itself } } } },
              { groups: { some: { group: { OR: itself } } } },
            ],
          }),
    }
  },
}

const speaksWhere = ({ sight }: View): Prisma.SpeakerWhereInput[] => [
  { attributions: { some: { shownStatus: shownWhere(sight) } } },
  { mentions: { some: { shownStatus: shownWhere(sight) } } },
]

const isNamed = (alias: Sql, view: View, few: boolean): Sql =>
  sql`(${speaks(sql`${alias}.id`, view, few)}
    OR EXISTS (SELECT FROM "Byline" y WHERE y."speakerId" = ${alias}.id AND ${notInBin(sql`y."articleId"`)})
    OR EXISTS (SELECT FROM "EventParticipant" y JOIN "Event" e ON e.id = y."eventId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(event.sql(sql`e`, view))})
    OR EXISTS (SELECT FROM "DocumentIssuer" y JOIN "Document" d ON d.id = y."documentId"
      WHERE y."speakerId" = ${alias}.id AND ${allOf(document.sql(sql`d`, view))})
    OR EXISTS (SELECT FROM "Affiliation" y
      WHERE y."organizationId" = ${alias}.id AND ${speaks(sql`y."speakerId"`, view, true)})
    OR EXISTS (SELECT FROM "SpeakerMember" y
      WHERE y."memberId" = ${alias}.id AND ${speaks(sql`y."groupId"`, view, true)}))`

/**
 * The condition that somebody has a public statement, or is mentioned in one. Of proposals nearly all are shown: the
 * first that a speaker has says so, and OFFSET keeps PostgreSQL from reading all of them into a hash instead. Of what is
 * verified there may be little: then it is better gone through itself, unless the speakers are few anyway; which of both
 * it is the planner knows.
 */
const speaks = (speakerId: Sql, { sight }: View, few: boolean): Sql =>
  join(
    ['"Attribution"', '"StatementMention"'].map(
      (link) => sql`EXISTS (SELECT FROM ${raw(link)} v
        WHERE v."speakerId" = ${speakerId} AND ${isShown(sql`v."shownStatus"`, sight)}
        ${few || sight === 'PROPOSALS' ? sql`OFFSET 0` : sql``})`,
    ),
    ' OR ',
    '(',
    ')',
  )

/** Most levels of the tree below its top: through all of them a topic that is raised makes those above it public. */
export const TREE_DEPTH = 4

/** Public once a public article raises it, or one below it. */
const topic: Rule = {
  sql: (alias, view) => [
    sql`${alias}."mergedIntoId" IS NULL`,
    ...(view.sight === 'EVERYTHING' ? [] : [raised(alias)]),
  ],
  where: ({ sight }): Prisma.TopicWhereInput => ({
    mergedIntoId: null,
    ...(sight === 'EVERYTHING' ? {} : raisedWhere(TREE_DEPTH)),
  }),
}

const raised = (alias: Sql): Sql =>
  sql`EXISTS (WITH RECURSIVE below AS (
      SELECT ${alias}.id AS id, 0 AS depth
      UNION ALL SELECT c.id, b.depth + 1 FROM "Topic" c JOIN below b ON c."parentId" = b.id
        WHERE b.depth < ${raw(String(TREE_DEPTH))}
    ) SELECT FROM below b JOIN "ArticleTopic" v ON v."topicId" = b.id WHERE ${notInBin(sql`v."articleId"`)})`

function raisedWhere(depth: number): Prisma.TopicWhereInput {
  const itself = { articles: { some: { article: { deletedAt: null } } } }
  return depth === 0 ? itself : { OR: [itself, { children: { some: raisedWhere(depth - 1) } }] }
}

/** Public once a public statement belongs to it. */
const ofStatements = (column: string): Rule => ({
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`EXISTS (SELECT FROM "Statement" w
            WHERE w.${raw(`"${column}"`)} = ${alias}.id AND ${allOf(statement.sql(sql`w`, view))})`,
        ],
  where: (view) => (view.sight === 'EVERYTHING' ? {} : { statements: { some: statementWhere(view) } }),
})

const event = ofStatements('eventId')

/** Public once a public statement was made there or at an event there, or somebody who speaks in public held office there. */
const place: Rule = {
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
const document: Rule = {
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

const apiKey: Rule = {
  sql: (_alias, { keys }) => (keys ? [] : [sql`FALSE`]),
  where: ({ keys }): Prisma.ApiKeyWhereInput => (keys ? {} : { id: { in: [] } }),
}

/** Types whose rows not everybody may see. */
export type Ruled = NodeType | 'Revision' | 'Merge'

/** Reached only through the object that it is about; what of a history is shown says `history/shown-changes.ts`. */
const ofItsObject: Rule = { sql: () => [], where: () => ({}) }

const RULES: Record<Ruled, Rule> = {
  ApiKey: apiKey,
  Site: site,
  Article: article,
  ArticleText: articleText,
  Speaker: speaker,
  Statement: statement,
  Topic: topic,
  StatementThread: ofStatements('threadId'),
  Utterance: ofStatements('utteranceId'),
  Event: event,
  Place: place,
  Document: document,
  Revision: ofItsObject,
  Merge: ofItsObject,
}

/** Conditions on the rows `t` of a list: only what the viewer may see. */
export const visible = (type: Ruled, view: View, few = false): Sql[] => RULES[type].sql(sql`t`, view, few)

/**
 * The condition that a column holds one of some ids, of objects that a viewer may see: by what a hidden one is linked to,
 * a filter would tell that it is there.
 */
export function amongShown(type: NodeType, column: Sql, ids: readonly string[], view: View): Sql {
  if (view.sight === 'EVERYTHING') return anyOf(column, ids, 'uuid')
  const shown = allOf([anyOf(sql`q.id`, ids, 'uuid'), ...RULES[type].sql(sql`q`, view, true)])
  return sql`${column} IN (SELECT q.id FROM ${raw(`"${type}"`)} q WHERE ${shown})`
}

/** The same as Prisma's filter. */
export const visibleWhere = (type: Ruled, view: View): object => RULES[type].where(view)

/**
 * The condition that somebody speaks in an article, as far as a viewer may know it: that they do stands in statements,
 * which may be hidden while article and speaker are not. The article's statements are gone through: of somebody who
 * speaks much, those are fewer than their own.
 */
export const speaksIn = (speakerId: Sql, articleId: Sql, { sight }: View): Sql =>
  sight === 'EVERYTHING'
    ? sql`TRUE`
    : sql`EXISTS (SELECT FROM "Statement" w WHERE w."articleId" = ${articleId} AND EXISTS (
        SELECT FROM "Attribution" v WHERE v."statementId" = w.id AND v."speakerId" = ${speakerId}
          AND ${isShown(sql`v."shownStatus"`, sight)} OFFSET 0) OFFSET 0)`
