import { allOf, anyOf, raw, type Sql, sql } from '../../database/sql.js'
import type { NounName } from '../nouns.js'
import {
  ofStatements,
  shownArticles,
  shownDocuments,
  shownEvents,
  shownKeys,
  shownPlaces,
  shownSites,
  shownTexts,
  shownTopics,
} from './shown-others.js'
import { shownSpeakers } from './shown-speakers.js'
import { shownStatements } from './shown-statements.js'
import type { Shown, View } from './view.js'

/** What a list can hold: a noun, or what belongs to an object of one. */
export type Listed = NounName | 'Revision' | 'Merge'

/**
 * Revisions and merges are listed only below an object that the viewer sees. `graphql/history/` says which revisions
 * are shown there.
 */
const ofItsObject: Shown = () => []

const SHOWN: Record<Listed, Shown> = {
  ApiKey: shownKeys,
  Site: shownSites,
  Article: shownArticles,
  ArticleText: shownTexts,
  Speaker: shownSpeakers,
  Statement: shownStatements,
  Topic: shownTopics,
  StatementThread: ofStatements('threadId'),
  Utterance: ofStatements('utteranceId'),
  Event: shownEvents,
  Place: shownPlaces,
  Document: shownDocuments,
  Revision: ofItsObject,
  Merge: ofItsObject,
}

/** The conditions that the viewer may see the rows `t` of a list. */
export const visible = (listed: Listed, view: View, few = false): Sql[] => SHOWN[listed](sql`t`, view, few)

/**
 * The condition that a column holds one of the given ids, as far as the viewer may see their objects. A filter by a
 * hidden object must match nothing: a match would reveal that the object exists.
 */
export function amongShown(noun: NounName, column: Sql, ids: readonly string[], view: View): Sql {
  if (view.sight === 'EVERYTHING') return anyOf(column, ids, 'uuid')
  const shown = allOf([anyOf(sql`q.id`, ids, 'uuid'), ...SHOWN[noun](sql`q`, view, true)])
  return sql`${column} IN (SELECT q.id FROM ${raw(`"${noun}"`)} q WHERE ${shown})`
}
