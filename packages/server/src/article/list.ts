import { speaksIn } from '../access/statement-rule.js'
import type { View } from '../access/view.js'
import { builder } from '../schema/builder.js'
import { anyOf, between, checkSearch, matching, type Sql, sql } from '../schema/filter.js'
import { idsOf } from '../schema/global-id.js'
import { INCLUDE_DELETED, type List, orderInput } from '../schema/list.js'
import { amongTopics } from '../topic/list.js'

const filterInput = builder.inputType('ArticleFilter', {
  description: 'Which articles: all conditions given hold. Null is an error, an empty list matches nothing.',
  fields: (t) => ({
    text: t.string({
      description:
        'Words in the text, stemmed, as in a web search: `"a phrase"`, `or`, `-without`; at most 500 characters. Boilerplate is not searched.',
    }),
    siteIds: t.idList({ description: 'Published on one of these sites.' }),
    speakerIds: t.idList({ description: 'One of these speakers speaks in it.' }),
    bylineSpeakerIds: t.idList({ description: 'One of these speakers wrote it.' }),
    topicIds: t.idList({ description: 'Raises one of these topics.' }),
    includeSubtopics: t.boolean({
      required: true,
      defaultValue: true,
      description: 'Take in the topics below those given.',
    }),
    languages: t.field({
      type: ['LanguageTag'],
      description: 'In one of these languages, tags compared whole.',
    }),
    publishedFrom: t.field({
      type: 'Date',
      description:
        'Published on this day or later, whichever day of a partial date it was. What is only known to be published by some day counts as published on it.',
    }),
    publishedUntil: t.field({ type: 'Date', description: 'Published on this day or earlier, likewise.' }),
    includeUndated: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Keep articles of wholly unknown date when `publishedFrom` or `publishedUntil` is given.',
    }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at this instant or later.' }),
    includeDeleted: t.boolean(INCLUDE_DELETED),
  }),
})

type ArticleFilter = typeof filterInput.$inferInput

export const articles: List<ArticleFilter> = {
  model: 'Article',
  from: sql`"Article" t`,
  orders: {
    PUBLISHED_AT: [{ column: sql`t."publishedSort"`, type: 'timestamptz' }],
    INGESTED_AT: [{ column: sql`t."ingestedAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
    TITLE: [{ column: sql`t."titleFolded"`, type: 'text' }],
  },
  defaultOrder: { field: 'PUBLISHED_AT', direction: 'DESC' },
  orderInput: orderInput(
    'Article',
    {
      PUBLISHED_AT: 'When it was published; articles of unknown date count as the oldest.',
      INGESTED_AT: 'When it came into the record.',
      UPDATED_AT: 'When it last changed.',
      TITLE: 'The title, case and diacritics folded.',
    },
    'DESC',
  ),
  filterInput,
  where: articleConditions,
}

function articleConditions(filter: ArticleFilter, at: string, view: View): Sql[] {
  const conditions: Sql[] = []
  const ids = (
    type: 'Site' | 'Speaker' | 'Topic',
    field: 'siteIds' | 'speakerIds' | 'bylineSpeakerIds' | 'topicIds',
  ) => (filter[field] == null ? null : idsOf(type, filter[field], `${at}.${field}`))
  if (filter.text != null) {
    conditions.push(sql`t."currentTextId" IN (SELECT x.id FROM "ArticleText" x
      WHERE ${matching(sql`x`, checkSearch(filter.text, `${at}.text`))})`)
  }
  const siteIds = ids('Site', 'siteIds')
  if (siteIds) conditions.push(anyOf(sql`t."siteId"`, siteIds, 'uuid'))
  const link = (table: Sql, condition: Sql) =>
    conditions.push(sql`EXISTS (SELECT FROM ${table} l WHERE l."articleId" = t.id AND ${condition})`)
  const speakerIds = ids('Speaker', 'speakerIds')
  if (speakerIds) {
    const spoken = speaksIn(sql`l."speakerId"`, sql`t.id`, view)
    link(sql`"ArticleSpeaker"`, sql`${anyOf(sql`l."speakerId"`, speakerIds, 'uuid')} AND ${spoken}`)
  }
  const authorIds = ids('Speaker', 'bylineSpeakerIds')
  if (authorIds) link(sql`"Byline"`, anyOf(sql`l."speakerId"`, authorIds, 'uuid'))
  const topicIds = ids('Topic', 'topicIds')
  if (topicIds) link(sql`"ArticleTopic"`, amongTopics(sql`l."topicId"`, topicIds, filter.includeSubtopics))
  if (filter.languages != null) conditions.push(anyOf(sql`t.language`, filter.languages, 'text'))
  conditions.push(...published(filter, at))
  if (filter.updatedSince != null) conditions.push(sql`t."updatedAt" >= ${filter.updatedSince}`)
  return conditions
}

const published = ({ publishedFrom, publishedUntil, includeUndated }: ArticleFilter, at: string): Sql[] =>
  between(
    {
      ...{ earliest: sql`t."publishedEarliest"`, latest: sql`t."publishedLatest"` },
      // What the index of the order can find; an instant's day is that of its own offset, up to a day from that of UTC.
      sort: (from, until) => sql`coalesce(t."publishedEarliest", t."publishedLatest") >= ${from}
        AND t."publishedSort" BETWEEN ${from} - 1 AND ${until} + 2`,
    },
    {
      from: publishedFrom,
      until: publishedUntil,
      includeUndated,
      names: `${at}.publishedFrom … publishedUntil`,
    },
  )

/** Every captured text of an article. */
export const articleTexts: List = {
  model: 'ArticleText',
  from: sql`"ArticleText" t`,
  orders: { CAPTURED_AT: [{ column: sql`t."capturedAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CAPTURED_AT', direction: 'DESC' },
  orderInput: orderInput('ArticleText', { CAPTURED_AT: 'When it was captured.' }, 'DESC'),
  where: () => [],
}
