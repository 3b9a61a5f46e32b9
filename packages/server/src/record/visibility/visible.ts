import { allOf, anyOf, join, raw, type Sql, sql } from '../../database/sql.js'
import {
  entityTypeOf,
  MERGEABLE_NOUNS,
  type NounName,
  RECORDED_NOUNS,
  type RecordedNoun,
  VERSIONED_NOUNS,
} from '../nouns.js'
import type { AskedIds } from './asked-ids.js'
import { chainOf } from './merge-chain.js'
import {
  ofStatements,
  shownArticles,
  shownDocuments,
  shownEvents,
  shownKeys,
  shownPlaces,
  shownSites,
  shownTexts,
  shownToNobody,
  shownTopics,
  shownToTeam,
} from './shown-others.js'
import { shownRevision } from './shown-revisions.js'
import { shownSpeakers, usuallyShown } from './shown-speakers.js'
import { shownStatements } from './shown-statements.js'
import { isShown, type Shown, type View } from './view.js'

const SHOWN: Record<NounName, Shown> = {
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
  Revision: (alias, view) => [
    ofShown(alias, sql`${alias}."entityId"`, VERSIONED_NOUNS, view),
    shownRevision(alias, view),
  ],
  Webhook: shownKeys,
  WebhookDelivery: shownKeys,
  Alert: shownToNobody,
  Merge: (alias, view) => [
    sql`${alias}."undoneAt" IS NULL`,
    ofShown(alias, sql`${alias}."keptId"`, MERGEABLE_NOUNS, view),
  ],
  StatementNote: shownToTeam,
  ArticleClaim: shownToTeam,
  Change: (alias, view) => (view.sight === 'EVERYTHING' ? [] : [shownChange(alias, view)]),
}

/** The condition that a row with a `type` belongs to an object that the viewer may see. */
const ofShown = (alias: Sql, id: Sql, nouns: readonly RecordedNoun[], view: View): Sql => {
  const shown = nouns.map((noun) => {
    const conditions = allOf([sql`q.id = ${id}`, ...SHOWN[noun](sql`q`, view, true)])
    const ofNoun = sql`${alias}.type = ${entityTypeOf(noun)}::"EntityType"`
    return sql`${ofNoun} AND EXISTS (SELECT FROM ${raw(`"${noun}"`)} q WHERE ${conditions})`
  })
  return sql`(${join(shown, ' OR ')})`
}

/**
 * The condition that a change is shown. A change of a statement or an article is, when the viewer could see its object
 * before it or after it; any other, when the viewer can see its object now, or what it was merged into.
 */
const shownChange = (alias: Sql, view: View): Sql => {
  const [before, after] = [sql`${alias}."shownBefore"`, sql`${alias}."shownAfter"`]
  const others = RECORDED_NOUNS.filter((noun) => noun !== 'Statement' && noun !== 'Article')
  return sql`CASE WHEN ${alias}.type IN ('STATEMENT', 'ARTICLE')
    THEN (${isShown(before, view.sight)} OR ${isShown(after, view.sight)})
    ELSE ${ofShown(alias, keptId(alias), others, view)} END`
}

/** The id that the object of a change has now. */
const keptId = (alias: Sql): Sql => {
  const kept = MERGEABLE_NOUNS.map(
    (noun) => sql`WHEN ${entityTypeOf(noun)}::"EntityType" THEN (SELECT c.kept
      FROM (SELECT ${alias}."entityId" AS id) w, LATERAL (${chainOf(noun, sql`t.id = w.id`)}) c)`,
  )
  return sql`CASE ${alias}.type ${join(kept, ' ')} ELSE ${alias}."entityId" END`
}

/** The conditions that the viewer may see the rows `t` of a noun. */
export const visible = (noun: NounName, view: View, few = false): Sql[] => SHOWN[noun](sql`t`, view, few)

/** {@link visible} for the row `t` of an object that was asked for by its id. */
export function visibleById(noun: NounName, view: View, askedIds: AskedIds): Sql[] {
  const hasUsual = noun === 'Speaker' && view.sight !== 'EVERYTHING'
  return hasUsual && askedIds.assume(noun, usuallyShown(sql`o`, view))
    ? [usuallyShown(sql`t`, view)]
    : visible(noun, view, true)
}

/**
 * The condition that a column holds one of the given ids, as far as the viewer may see their objects. A filter by a
 * hidden object must match nothing: a match would reveal that the object exists.
 */
export function amongShown(noun: NounName, column: Sql, ids: readonly string[], view: View): Sql {
  if (view.sight === 'EVERYTHING') return anyOf(column, ids, 'uuid')
  const shown = allOf([anyOf(sql`q.id`, ids, 'uuid'), ...SHOWN[noun](sql`q`, view, true)])
  return sql`${column} IN (SELECT q.id FROM ${raw(`"${noun}"`)} q WHERE ${shown})`
}
