import { join, raw, type Sql, sql } from '../../database/sql.js'
import { isShown, notInBin, type Shown, type View } from './view.js'

/** A statement is public by its review status. */
export const shownStatements: Shown = (alias, { sight, bin }) => [
  ...(sight === 'EVERYTHING' ? [] : [isShown(sql`${alias}."reviewStatus"`, sight)]),
  ...(bin ? [] : [sql`${alias}."deletedAt" IS NULL`, notInBin(sql`${alias}."articleId"`)]),
]

/**
 * The condition that somebody has a public statement, or is mentioned in one. Of proposals nearly all are shown: the
 * first that a speaker has says so, and OFFSET keeps PostgreSQL from reading all of them into a hash instead. Of what is
 * verified there may be little: then it is better gone through itself, unless the speakers are few anyway; which of both
 * it is the planner knows.
 */
export const speaks = (speakerId: Sql, { sight }: View, few: boolean): Sql =>
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
