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

/** What a list can hold: nouns, and what hangs on them. */
export type Listed = NounName | 'Revision' | 'Merge'

/** A list of these hangs on an object that the viewer sees; `history/` says which revisions are shown. */
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

/** Conditions on the rows `t` of a list: only what the viewer may see. */
export const visible = (listed: Listed, view: View, few = false): Sql[] => SHOWN[listed](sql`t`, view, few)

/**
 * The condition that a column holds one of some ids, of objects that a viewer may see: by what a hidden object is linked
 * to, a filter would tell that the object is there.
 */
export function amongShown(noun: NounName, column: Sql, ids: readonly string[], view: View): Sql {
  if (view.sight === 'EVERYTHING') return anyOf(column, ids, 'uuid')
  const shown = allOf([anyOf(sql`q.id`, ids, 'uuid'), ...SHOWN[noun](sql`q`, view, true)])
  return sql`${column} IN (SELECT q.id FROM ${raw(`"${noun}"`)} q WHERE ${shown})`
}
