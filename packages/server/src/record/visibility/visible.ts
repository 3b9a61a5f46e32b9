import { allOf, anyOf, raw, type Sql, sql } from '../../database/sql.js'
import type { NounName } from '../nouns.js'
import { apiKey, article, articleText, document, event, ofStatements, place, site, topic } from './rules.js'
import { speaker } from './speaker-rule.js'
import { statement } from './statement-rule.js'
import type { Rule, View } from './view.js'

/** Types whose rows not everybody may see. */
export type Ruled = NounName | 'Revision' | 'Merge'

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
export function amongShown(type: NounName, column: Sql, ids: readonly string[], view: View): Sql {
  if (view.sight === 'EVERYTHING') return anyOf(column, ids, 'uuid')
  const shown = allOf([anyOf(sql`q.id`, ids, 'uuid'), ...RULES[type].sql(sql`q`, view, true)])
  return sql`${column} IN (SELECT q.id FROM ${raw(`"${type}"`)} q WHERE ${shown})`
}

/** The same as Prisma's filter. */
export const visibleWhere = (type: Ruled, view: View): object => RULES[type].where(view)
