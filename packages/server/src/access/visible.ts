import type { Prisma } from '../generated/prisma/client.js'
import type { Sight, Viewer } from '../schema/context.js'
import { ForbiddenError } from '../schema/errors.js'
import { allOf, raw, type Sql, sql } from '../schema/filter.js'
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

const SHOWN: Record<Sight, string | null> = {
  PUBLIC: `IN ('VERIFIED', 'RETRACTED')`,
  PROPOSALS: `<> 'REJECTED'`,
  EVERYTHING: null,
}

const statement: Rule = {
  sql(alias, { sight, bin }) {
    const shown = SHOWN[sight]
    return [
      ...(shown ? [sql`${alias}."reviewStatus" ${raw(shown)}`] : []),
      ...(bin ? [] : [sql`${alias}."deletedAt" IS NULL`, notInBin(sql`${alias}."articleId"`)]),
    ]
  },
  where: statementWhere,
}

function statementWhere({ sight, bin }: View): Prisma.StatementWhereInput {
  return {
    ...(sight === 'PUBLIC' ? { reviewStatus: { in: ['VERIFIED', 'RETRACTED'] } } : {}),
    ...(sight === 'PROPOSALS' ? { reviewStatus: { not: 'REJECTED' } } : {}),
    ...(bin ? {} : { deletedAt: null, article: { deletedAt: null } }),
  }
}

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

/** Public once a public statement is attributed to them or names them. The merged are found by what they merged into. */
const speaker: Rule = {
  sql: (alias, view, few) => [
    sql`${alias}."mergedIntoId" IS NULL`,
    ...(view.sight === 'EVERYTHING' ? [] : [speaksOrIsNamed(alias, view, few ?? false)]),
  ],
  where: (view): Prisma.SpeakerWhereInput => ({
    mergedIntoId: null,
    ...(view.sight === 'EVERYTHING'
      ? {}
      : {
          OR: [
            { attributions: { some: { statement: statementWhere(view) } } },
            { mentions: { some: { statement: statementWhere(view) } } },
          ],
        }),
  }),
}

/**
 * Of proposals nearly all are shown: the first that a speaker has says so, and OFFSET keeps PostgreSQL from reading
 * all of them into a hash instead. Of what is verified there may be little: then it is better gone through itself,
 * unless the speakers are few anyway; which of both it is the planner knows.
 */
const speaksOrIsNamed = (alias: Sql, view: View, few: boolean): Sql =>
  sql`EXISTS (SELECT FROM (
      SELECT "speakerId", "statementId" FROM "Attribution"
      UNION ALL SELECT "speakerId", "statementId" FROM "StatementMention"
    ) v JOIN "Statement" w ON w.id = v."statementId"
    WHERE v."speakerId" = ${alias}.id AND ${allOf(statement.sql(sql`w`, view))}
    ${few || view.sight === 'PROPOSALS' ? sql`OFFSET 0` : sql``})`

/** Levels of the tree through which a topic that is raised makes those above it public. */
const TREE_DEPTH = 4

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

/** Public once a public statement was made there, or at an event there. */
const place: Rule = {
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`EXISTS (SELECT FROM "Statement" w WHERE ${allOf(statement.sql(sql`w`, view))} AND (
            w."placeId" = ${alias}.id OR w."eventId" IN (SELECT v.id FROM "Event" v WHERE v."placeId" = ${alias}.id)))`,
        ],
  where(view): Prisma.PlaceWhereInput {
    const shown = { statements: { some: statementWhere(view) } }
    return view.sight === 'EVERYTHING' ? {} : { OR: [shown, { events: { some: shown } }] }
  },
}

/** Public once a public article cites it, by itself or in a public statement. */
const document: Rule = {
  sql: (alias, view) =>
    view.sight === 'EVERYTHING'
      ? []
      : [
          sql`EXISTS (SELECT FROM "Reference" v LEFT JOIN "Statement" w ON w.id = v."statementId"
            WHERE v."documentId" = ${alias}.id AND ${notInBin(sql`v."articleId"`)}
              AND (v."statementId" IS NULL OR (${allOf(statement.sql(sql`w`, view))})))`,
        ],
  where: (view): Prisma.DocumentWhereInput =>
    view.sight === 'EVERYTHING'
      ? {}
      : {
          references: {
            some: {
              article: { deletedAt: null },
              OR: [{ statementId: null }, { statement: statementWhere(view) }],
            },
          },
        },
}

const apiKey: Rule = {
  sql: (_alias, { keys }) => (keys ? [] : [sql`FALSE`]),
  where: ({ keys }): Prisma.ApiKeyWhereInput => (keys ? {} : { id: { in: [] } }),
}

/** Types whose rows not everybody may see. */
export type Ruled = NodeType | 'Revision' | 'Merge'

/** Reached only through the object that it is about, and as public as that. */
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
  Event: ofStatements('eventId'),
  Place: place,
  Document: document,
  Revision: ofItsObject,
  Merge: ofItsObject,
}

/** Conditions on the rows `t` of a list: only what the viewer may see. */
export const visible = (type: Ruled, view: View, few = false): Sql[] => RULES[type].sql(sql`t`, view, few)

/** The same as Prisma's filter. */
export const visibleWhere = (type: Ruled, view: View): object => RULES[type].where(view)

/**
 * The condition that somebody speaks in an article, as far as a viewer may know it: that they do stands in statements,
 * which may be hidden while article and speaker are not.
 */
export const speaksIn = (speakerId: Sql, articleId: Sql, view: View): Sql =>
  view.sight === 'EVERYTHING'
    ? sql`TRUE`
    : sql`EXISTS (SELECT FROM "Attribution" v JOIN "Statement" w ON w.id = v."statementId"
        WHERE v."speakerId" = ${speakerId} AND w."articleId" = ${articleId}
          AND ${allOf(statement.sql(sql`w`, view))} OFFSET 0)`
