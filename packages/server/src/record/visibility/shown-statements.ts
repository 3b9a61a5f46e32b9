import { join, raw, type Sql, sql } from '../../database/sql.js'
import { isShown, notInBin, type Shown, type View } from './view.js'

/** A statement is public by its review status, unless it or its article is in the bin. */
export const shownStatements: Shown = (alias, { sight, bin }) => [
  ...(sight === 'EVERYTHING' ? [] : [isShown(sql`${alias}."reviewStatus"`, sight)]),
  ...(bin ? [] : [sql`${alias}."deletedAt" IS NULL`, notInBin(sql`${alias}."articleId"`)]),
]

/**
 * The condition that a speaker has a public statement, or is mentioned in one.
 *
 * `OFFSET 0` makes PostgreSQL probe the index for each speaker instead of hashing all links. That is faster when
 * proposals are public, because nearly every statement is then, and the first probe succeeds. When only verified
 * statements are public there may be few of them, and a hash join can be faster, so the planner decides; but not when
 * there are few speakers to check.
 */
export const isNamedInStatement = (speakerId: Sql, { sight }: View, few: boolean): Sql =>
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

/**
 * The condition that a speaker has a statement in an article that the viewer may see: a statement can be hidden
 * although its article and its speaker are public. `OFFSET 0` makes PostgreSQL go through the statements of the
 * article, because a speaker can have many more statements than an article has.
 */
export const speaksIn = (speakerId: Sql, articleId: Sql, { sight }: View): Sql =>
  sight === 'EVERYTHING'
    ? sql`TRUE`
    : sql`EXISTS (SELECT FROM "Statement" w WHERE w."articleId" = ${articleId} AND EXISTS (
        SELECT FROM "Attribution" v WHERE v."statementId" = w.id AND v."speakerId" = ${speakerId}
          AND ${isShown(sql`v."shownStatus"`, sight)} OFFSET 0) OFFSET 0)`
