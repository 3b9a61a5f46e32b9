import { hides, type View } from '../access/view.js'
import { badUserInput } from '../schema/errors.js'
import { anyOf, anyOfInOrder, between, checkSearch, matching, type Sql, sql } from '../schema/filter.js'
import { idsOf, type NodeType } from '../schema/global-id.js'
import { type AffiliationFilter, affiliationConditions } from '../speaker/affiliation-filter.js'
import { amongTopics } from '../topic/list.js'
import type { StatementFilter } from './filter-input.js'

/** The conditions of a filter on "Statement" t. */
export function statementConditions(filter: StatementFilter, at: string, view: View): Sql[] {
  const { sight } = view
  const when = <Field extends keyof StatementFilter>(
    field: Field,
    condition: (value: NonNullable<StatementFilter[Field]>) => Sql,
  ): Sql[] => {
    const value = filter[field]
    return value == null ? [] : [condition(value)]
  }
  const ids = (type: NodeType, field: IdField, condition: (ids: string[]) => Sql) =>
    when(field, (value) => condition(idsOf(type, value, `${at}.${field}`)))
  const linked = (type: NodeType, field: IdField, table: Sql, column: Sql) =>
    ids(type, field, (is) => link(table, anyOf(column, is, 'uuid')))
  return [
    ...ids('Statement', 'ids', (is) => anyOf(sql`t.id`, is, 'uuid')),
    ...when('text', (words) => matching(sql`t`, checkSearch(words, `${at}.text`))),
    ...when('kinds', (is) => anyOf(sql`t.kind`, is, '"StatementKind"')),
    ...when('mediums', (is) => anyOf(sql`t.medium`, is, '"StatementMedium"')),
    ...linked('Speaker', 'speakerIds', sql`"Attribution"`, sql`l."speakerId"`),
    ...linked('Speaker', 'mentionedSpeakerIds', sql`"StatementMention"`, sql`l."speakerId"`),
    ...when('affiliation', (office) => held(office, `${at}.affiliation`, view)),
    ...ids('Topic', 'topicIds', (is) =>
      link(sql`"StatementTopic"`, amongTopics(sql`l."topicId"`, is, filter.includeSubtopics)),
    ),
    ...ids('Article', 'articleIds', (is) => anyOf(sql`t."articleId"`, is, 'uuid')),
    ...ids(
      'Site',
      'siteIds',
      (is) => sql`t."articleId" IN (SELECT id FROM "Article" WHERE ${anyOf(sql`"siteId"`, is, 'uuid')})`,
    ),
    ...ids('Event', 'eventIds', (is) => anyOf(sql`t."eventId"`, is, 'uuid')),
    ...when('eventPhases', (is) => anyOf(sql`t."eventPhase"`, is, '"EventPhase"')),
    ...ids('Place', 'placeIds', (is) => anyOf(sql`t."placeId"`, is, 'uuid')),
    ...linked('Document', 'documentIds', sql`"Reference"`, sql`l."documentId"`),
    ...when('languages', (languages) => anyOf(sql`t.language`, languages, 'text')),
    ...when('joint', (joint) => unless(joint, link(sql`"Attribution"`, TOGETHER))),
    ...when('altered', (altered) => unless(altered, link(sql`"Alteration"`, sql`TRUE`))),
    ...when('anchorStatuses', (is) => link(sql`"Anchor"`, anyOf(sql`l.status`, is, '"AnchorStatus"'))),
    // What is hidden is not looked for: no index has nothing of both.
    ...when('reviewStatuses', (is) => {
      const shown = is.filter((status) => !hides(sight, status))
      return shown.length > 0 ? anyOfInOrder(sql`t."reviewStatus"`, shown, '"ReviewStatus"') : sql`FALSE`
    }),
    ...when('reviewedBy', (names) => anyOf(sql`t."reviewedBy"`, names, 'text')),
    ...when('rejectionReasons', (is) =>
      hides(sight, 'REJECTED') ? sql`FALSE` : anyOf(sql`t."rejectionReason"`, is, '"RejectionReason"'),
    ),
    ...said(filter, at),
    ...when('minConfidence', (least) => confident(least, at)),
    ...when('updatedSince', (instant) => sql`t."updatedAt" >= ${instant}`),
  ]
}

type IdField =
  | 'ids'
  | 'speakerIds'
  | 'mentionedSpeakerIds'
  | 'topicIds'
  | 'articleIds'
  | 'siteIds'
  | 'eventIds'
  | 'placeIds'
  | 'documentIds'

/** An attribution `l` to one of several speakers, or to a group. */
const TOGETHER = sql`(l.role = 'CO_SPEAKER' OR l.role = 'SPEAKER' AND EXISTS (
  SELECT FROM "Speaker" s WHERE s.id = l."speakerId" AND s.kind = 'GROUP'))`

/** The statement has a row `l` of another table for which a condition holds. */
const link = (table: Sql, condition: Sql): Sql =>
  sql`EXISTS (SELECT FROM ${table} l WHERE l."statementId" = t.id AND ${condition})`

const unless = (holds: boolean, condition: Sql): Sql => (holds ? condition : sql`NOT ${condition}`)

/**
 * A speaker held such an office when they said it, by the rule of an attribution's `affiliation`: the office may have
 * been held then and, unless it certainly was, no other one was for certain or began later.
 */
function held(office: AffiliationFilter, at: string, view: View): Sql {
  const [day, last] = [
    sql`coalesce(t."saidEarliest", t."saidLatest")`,
    sql`coalesce(t."saidLatest", t."saidEarliest")`,
  ]
  const possible = (o: Sql) => sql`(${o}."fromEarliest" IS NULL OR ${o}."fromEarliest" <= ${last})
    AND (${o}."untilLatest" IS NULL OR ${o}."untilLatest" >= ${day})`
  const certain = (o: Sql) => sql`(${o}."fromLatest" <= ${day} AND ${o}."untilEarliest" >= ${last})`
  const began = (o: Sql) => sql`coalesce(${o}."fromLatest", '0001-01-01'::date)`
  const [f, g] = [sql`f`, sql`g`]
  return sql`EXISTS (SELECT FROM "Attribution" l JOIN "Affiliation" f ON f."speakerId" = l."speakerId"
    WHERE l."statementId" = t.id AND ${day} IS NOT NULL AND ${affiliationConditions(office, at, view)} AND ${possible(f)}
    AND (${certain(f)} IS TRUE OR NOT EXISTS (SELECT FROM "Affiliation" g WHERE g."speakerId" = f."speakerId"
      AND ${possible(g)} AND (${certain(g)} OR ${began(g)} > ${began(f)}))))`
}

const said = ({ saidFrom, saidUntil, includeUndated }: StatementFilter, at: string): Sql[] =>
  between(
    {
      ...{ earliest: sql`t."saidEarliest"`, latest: sql`t."saidLatest"` },
      sort: (from, until) => sql`t."saidSort" BETWEEN ${from} AND ${until}`,
    },
    { from: saidFrom, until: saidUntil, includeUndated, names: `${at}.saidFrom … saidUntil` },
  )

function confident(least: number, at: string): Sql {
  if (least < 0 || least > 1) throw badUserInput(`${at}.minConfidence is ${least}: pass a number from 0 to 1`)
  return sql`t.confidence >= ${least}`
}
