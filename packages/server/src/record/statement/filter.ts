import { anyOf, type Sql, sql } from '../../database/sql.js'
import type {
  AnchorStatus,
  EventPhase,
  RejectionReason,
  ReviewStatus,
  StatementKind,
  StatementMedium,
  StatementPolarity,
} from '../../generated/prisma/enums.js'
import { badUserInput } from '../errors.js'
import { between, checkSearch, matching } from '../lists/conditions.js'
import {
  type Asked,
  type FilterTable,
  field,
  hasLink,
  idsField,
  linkField,
  type Maybe,
  readByAnother,
} from '../lists/filter-table.js'
import { type AffiliationFilter, affiliationConditions } from '../speaker/affiliation-filter.js'
import { heldWhenSaid } from '../speaker/offices-held.js'
import { amongTopics } from '../topic/list.js'
import { hides } from '../visibility/view.js'

type Ids = Maybe<readonly string[]>

export interface StatementFilter {
  ids?: Ids
  text?: Maybe<string>
  kinds?: Maybe<readonly StatementKind[]>
  polarities?: Maybe<readonly StatementPolarity[]>
  mediums?: Maybe<readonly StatementMedium[]>
  speakerIds?: Ids
  mentionedSpeakerIds?: Ids
  affiliation?: Maybe<AffiliationFilter>
  topicIds?: Ids
  includeSubtopics: boolean
  articleIds?: Ids
  siteIds?: Ids
  eventIds?: Ids
  eventPhases?: Maybe<readonly EventPhase[]>
  placeIds?: Ids
  documentIds?: Ids
  languages?: Maybe<readonly string[]>
  joint?: Maybe<boolean>
  altered?: Maybe<boolean>
  anchorStatuses?: Maybe<readonly AnchorStatus[]>
  reviewStatuses?: Maybe<readonly ReviewStatus[]>
  reviewedBy?: Maybe<readonly string[]>
  rejectionReasons?: Maybe<readonly RejectionReason[]>
  saidFrom?: Maybe<string>
  saidUntil?: Maybe<string>
  includeUndated: boolean
  minConfidence?: Maybe<number>
  maxConfidence?: Maybe<number>
  hasSpeaker?: Maybe<boolean>
  minLength?: Maybe<number>
  maxLength?: Maybe<number>
  minPosition?: Maybe<number>
  maxPosition?: Maybe<number>
  isClaimed?: Maybe<boolean>
  claimedBy?: Maybe<readonly string[]>
  updatedSince?: Maybe<Date>
  includeDeleted: boolean
}

/** The condition that the statement has a row `l` in another table for which `condition` holds. */
const link = (asked: Asked<StatementFilter>, table: Sql, condition: Sql): Sql =>
  hasLink(asked, table, sql`l."statementId"`, condition)

const unless = (holds: boolean, condition: Sql): Sql => (holds ? condition : sql`NOT ${condition}`)

/** The condition that a claim `c` for which `condition` holds is on the article of the statement. */
const inClaimed = (condition: Sql): Sql =>
  sql`(t."articleId" IN (SELECT c."articleId" FROM "ArticleClaim" c WHERE c."endedAt" IS NULL AND ${condition}))`

/** The condition that the attribution `l` is to one of several speakers, or to a group. */
const IS_JOINT = sql`(l.role = 'CO_SPEAKER' OR l.role = 'SPEAKER' AND EXISTS (
  SELECT FROM "Speaker" s WHERE s.id = l."speakerId" AND s.kind = 'GROUP'))`

/** The conditions that each field of the filter sets on the rows "Statement" t. */
export const statementFilter: FilterTable<StatementFilter> = {
  ids: linkField(idsField('Statement', (ids, { id }) => anyOf(id, ids, 'uuid'))),
  text: field((words, { at }) => matching(sql`t`, checkSearch(words, at))),
  kinds: field((kinds) => anyOf(sql`t.kind`, kinds, '"StatementKind"')),
  polarities: field((polarities) => anyOf(sql`t.polarity`, polarities, '"StatementPolarity"')),
  mediums: field((mediums) => anyOf(sql`t.medium`, mediums, '"StatementMedium"')),
  speakerIds: linkField(
    idsField('Speaker', (ids, asked) =>
      link(asked, sql`"Attribution"`, anyOf(sql`l."speakerId"`, ids, 'uuid')),
    ),
  ),
  mentionedSpeakerIds: linkField(
    idsField('Speaker', (ids, asked) =>
      link(asked, sql`"StatementMention"`, anyOf(sql`l."speakerId"`, ids, 'uuid')),
    ),
  ),
  affiliation: field((office, asked) =>
    link(
      asked,
      sql`"Attribution"`,
      sql`EXISTS (SELECT FROM "Affiliation" f WHERE f."speakerId" = l."speakerId"
        AND ${affiliationConditions(office, asked)} AND ${heldWhenSaid(sql`t`, sql`f`)})`,
    ),
  ),
  topicIds: linkField(
    idsField('Topic', (ids, asked) =>
      link(asked, sql`"StatementTopic"`, amongTopics(sql`l."topicId"`, ids, asked.filter.includeSubtopics)),
    ),
  ),
  includeSubtopics: readByAnother,
  articleIds: idsField('Article', (ids) => anyOf(sql`t."articleId"`, ids, 'uuid')),
  siteIds: idsField(
    'Site',
    (ids) => sql`t."articleId" IN (SELECT id FROM "Article" WHERE ${anyOf(sql`"siteId"`, ids, 'uuid')})`,
  ),
  eventIds: idsField('Event', (ids) => anyOf(sql`t."eventId"`, ids, 'uuid')),
  eventPhases: field((phases) => anyOf(sql`t."eventPhase"`, phases, '"EventPhase"')),
  placeIds: idsField('Place', (ids) => anyOf(sql`t."placeId"`, ids, 'uuid')),
  documentIds: linkField(
    idsField('Document', (ids, asked) =>
      link(asked, sql`"Reference"`, anyOf(sql`l."documentId"`, ids, 'uuid')),
    ),
  ),
  languages: field((languages) => anyOf(sql`t.language`, languages, 'text')),
  joint: linkField(field((joint, asked) => unless(joint, link(asked, sql`"Attribution"`, IS_JOINT)))),
  altered: linkField(field((altered, asked) => unless(altered, link(asked, sql`"Alteration"`, sql`TRUE`)))),
  anchorStatuses: linkField(
    field((statuses, asked) => link(asked, sql`"Anchor"`, anyOf(sql`l.status`, statuses, '"AnchorStatus"'))),
  ),
  // Leaves out the hidden statuses here: together with the condition of the view they would match nothing, but
  // PostgreSQL would search an index for it.
  reviewStatuses: field((statuses, { view }) => {
    const shown = statuses.filter((status) => !hides(view.sight, status))
    return shown.length > 0 ? anyOf(sql`t."reviewStatus"`, shown, '"ReviewStatus"') : sql`FALSE`
  }),
  reviewedBy: field((names) => anyOf(sql`t."reviewedBy"`, names, 'text')),
  rejectionReasons: field((reasons, { view }) =>
    hides(view.sight, 'REJECTED')
      ? sql`FALSE`
      : anyOf(sql`t."rejectionReason"`, reasons, '"RejectionReason"'),
  ),
  saidFrom: { where: (_from, asked) => said(asked) },
  saidUntil: { where: (_until, asked) => (asked.filter.saidFrom == null ? said(asked) : []) },
  includeUndated: readByAnother,
  minConfidence: field((least, { at }) => sql`t.confidence >= ${checkConfidence(least, at)}`),
  maxConfidence: field((most, { at }) => sql`t.confidence <= ${checkConfidence(most, at)}`),
  hasSpeaker: linkField(
    field((hasSpeaker, asked) =>
      unless(hasSpeaker, link(asked, sql`"Attribution"`, sql`l."speakerId" IS NOT NULL`)),
    ),
  ),
  minLength: field((least, { at }) => sql`char_length(t.text) >= ${checkLength(least, at)}::int`),
  maxLength: field((most, { at }) => sql`char_length(t.text) <= ${checkLength(most, at)}::int`),
  isClaimed: field((isClaimed, { view }) =>
    view.sight === 'EVERYTHING' ? unless(isClaimed, inClaimed(sql`TRUE`)) : sql`FALSE`,
  ),
  claimedBy: field((names, { view }) =>
    view.sight === 'EVERYTHING' ? inClaimed(anyOf(sql`c.holder`, names, 'text')) : sql`FALSE`,
  ),
  minPosition: field((least) => sql`t.position >= ${least}::int`),
  maxPosition: field((most) => sql`t.position <= ${most}::int`),
  updatedSince: field((instant) => sql`t."updatedAt" >= ${instant}`),
  // `viewOf` reads it.
  includeDeleted: readByAnother,
}

function checkConfidence(confidence: number, at: string): number {
  if (confidence >= 0 && confidence <= 1) return confidence
  throw badUserInput(`${at} is ${confidence}: pass a number from 0 to 1`)
}

function checkLength(length: number, at: string): number {
  if (length >= 0) return length
  throw badUserInput(`${at} is ${length}: pass a number of characters, 0 or more`)
}

/** The conditions that the statement was said between two days. */
const said = ({ filter, filterAt }: Asked<StatementFilter>): Sql[] =>
  between(
    {
      ...{ earliest: sql`t."saidEarliest"`, latest: sql`t."saidLatest"` },
      sort: (from, until) => sql`t."saidSort" BETWEEN ${from} AND ${until}`,
    },
    {
      from: filter.saidFrom,
      until: filter.saidUntil,
      includeUndated: filter.includeUndated,
      names: `${filterAt}.saidFrom … saidUntil`,
    },
  )
