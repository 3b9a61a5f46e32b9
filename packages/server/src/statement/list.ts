import { builder } from '../schema/builder.js'
import { badUserInput } from '../schema/errors.js'
import { anyOf, checkRange, matching, type Sql, sql } from '../schema/filter.js'
import { idsOf, type NodeType } from '../schema/global-id.js'
import { INCLUDE_DELETED, type List, orderInput } from '../schema/list.js'
import { amongTopics } from '../topic/list.js'
import { AnchorStatus, ReviewStatus, StatementKind, StatementMedium } from './enums.js'

const filterInput = builder.inputType('StatementFilter', {
  description:
    'Which statements: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    ids: t.idList({ description: 'One of these.' }),
    text: t.string({
      description: 'Words in the statement, stemmed, as in a web search: `"a phrase"`, `or`, `-without`.',
    }),
    kinds: t.field({ type: [StatementKind], description: 'Of one of these kinds.' }),
    mediums: t.field({ type: [StatementMedium], description: 'Of one of these mediums.' }),
    speakerIds: t.idList({ description: 'Attributed to one of these speakers.' }),
    topicIds: t.idList({ description: 'About one of these topics.' }),
    includeSubtopics: t.boolean({
      required: true,
      defaultValue: true,
      description: 'Take in the topics below those given.',
    }),
    articleIds: t.idList({ description: 'In one of these articles.' }),
    siteIds: t.idList({ description: 'In an article of one of these sites.' }),
    languages: t.field({
      type: ['LanguageTag'],
      description: 'In one of these languages, tags compared whole.',
    }),
    anchorStatuses: t.field({ type: [AnchorStatus], description: 'With an anchor in one of these states.' }),
    reviewStatuses: t.field({ type: [ReviewStatus], description: 'In one of these review states.' }),
    saidFrom: t.field({
      type: 'Date',
      description:
        'Said on this day or later. What is only known to be said by some day counts as said on it.',
    }),
    saidUntil: t.field({ type: 'Date', description: 'Said on this day or earlier, counted likewise.' }),
    includeUndated: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Keep statements of wholly unknown date when `saidFrom` or `saidUntil` is given.',
    }),
    minConfidence: t.float({ description: 'Proposed with this confidence or more, 0 to 1.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at this instant or later.' }),
    includeDeleted: t.boolean(INCLUDE_DELETED),
  }),
})

type StatementFilter = typeof filterInput.$inferInput

export const statements: List<StatementFilter> = {
  model: 'Statement',
  from: sql`"Statement" t`,
  orders: {
    SAID_AT: [{ column: sql`t."saidSort"`, type: 'date' }],
    CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
    POSITION_IN_ARTICLE: [
      { column: sql`t."articleId"`, type: 'uuid' },
      { column: sql`t.position`, type: 'int4' },
    ],
    REVIEW_PRIORITY: [
      { column: sql`t."reviewPriority"`, type: 'int4' },
      { column: sql`t."articleId"`, type: 'uuid' },
      { column: sql`t."readingOrder"`, type: 'int4' },
    ],
  },
  defaultOrder: { field: 'SAID_AT', direction: 'DESC' },
  orderInput: orderInput(
    'Statement',
    {
      SAID_AT:
        'When it was said, or the last day it can have been said; wholly unknown dates count as the oldest.',
      CREATED_AT: 'When it came into the record.',
      UPDATED_AT: 'When it last changed.',
      REVIEW_PRIORITY:
        'What to review first. DESC: in eleven bands of confidence, the surest first (what a person wrote counts as sure); in a band article by article, those that came last first; in an article as one reads. ASC: all of it the other way round, the most doubtful first.',
      POSITION_IN_ARTICLE: 'Where it stands in its article; of several articles, one after the other.',
    },
    'DESC',
  ),
  filterInput,
  where: statementConditions,
}

function statementConditions(filter: StatementFilter): Sql[] {
  const when = <T>(value: T | null | undefined, condition: (value: T) => Sql): Sql[] =>
    value == null ? [] : [condition(value)]
  const ids = (
    type: NodeType,
    field: 'ids' | 'speakerIds' | 'topicIds' | 'articleIds' | 'siteIds',
    condition: (ids: string[]) => Sql,
  ) => when(filter[field], (value) => condition(idsOf(type, value, `filter.${field}`)))
  return [
    ...ids('Statement', 'ids', (is) => anyOf(sql`t.id`, is, 'uuid')),
    ...when(filter.text, (words) => matching(sql`t`, words)),
    ...when(filter.kinds, (kinds) => anyOf(sql`t.kind`, kinds, '"StatementKind"')),
    ...when(filter.mediums, (mediums) => anyOf(sql`t.medium`, mediums, '"StatementMedium"')),
    ...ids(
      'Speaker',
      'speakerIds',
      (is) => sql`EXISTS (SELECT FROM "Attribution" l
      WHERE l."statementId" = t.id AND ${anyOf(sql`l."speakerId"`, is, 'uuid')})`,
    ),
    ...ids(
      'Topic',
      'topicIds',
      (is) => sql`EXISTS (SELECT FROM "StatementTopic" l
      WHERE l."statementId" = t.id AND ${amongTopics(sql`l."topicId"`, is, filter.includeSubtopics)})`,
    ),
    ...ids('Article', 'articleIds', (is) => anyOf(sql`t."articleId"`, is, 'uuid')),
    ...ids(
      'Site',
      'siteIds',
      (is) => sql`t."articleId" IN (SELECT id FROM "Article"
      WHERE ${anyOf(sql`"siteId"`, is, 'uuid')})`,
    ),
    ...when(filter.languages, (languages) => anyOf(sql`t.language`, languages, 'text')),
    ...when(
      filter.anchorStatuses,
      (is) => sql`EXISTS (SELECT FROM "Anchor" l
      WHERE l."statementId" = t.id AND ${anyOf(sql`l.status`, is, '"AnchorStatus"')})`,
    ),
    ...when(filter.reviewStatuses, (is) => anyOf(sql`t."reviewStatus"`, is, '"ReviewStatus"')),
    ...said(filter),
    ...when(filter.minConfidence, confident),
    ...when(filter.updatedSince, (instant) => sql`t."updatedAt" >= ${instant}`),
  ]
}

function said({ saidFrom, saidUntil, includeUndated }: StatementFilter): Sql[] {
  checkRange(saidFrom ?? undefined, saidUntil ?? undefined, 'filter.saidFrom … saidUntil')
  if (saidFrom == null && saidUntil == null) return []
  const dated = sql`t."saidSort" BETWEEN ${saidFrom ?? '0001-01-02'}::date AND ${saidUntil ?? '9999-12-31'}::date`
  return [
    includeUndated
      ? sql`(${dated} OR t."saidLatest" IS NULL)`
      : sql`(${dated} AND t."saidLatest" IS NOT NULL)`,
  ]
}

function confident(least: number): Sql {
  if (least < 0 || least > 1)
    throw badUserInput(`filter.minConfidence is ${least}: pass a number from 0 to 1`)
  return sql`t.confidence >= ${least}`
}
