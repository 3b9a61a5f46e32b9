import { anyOf, type Sql, sql } from '../../database/sql.js'
import { between, checkSearch, matching } from '../lists/conditions.js'
import {
  type Asked,
  field,
  hasLink,
  idsField,
  linkField,
  type Maybe,
  readByAnother,
} from '../lists/filter-table.js'
import type { List } from '../lists/list.js'
import { amongTopics } from '../topic/list.js'
import { speaksIn } from '../visibility/shown-statements.js'

export interface ArticleFilter {
  text?: Maybe<string>
  siteIds?: Maybe<readonly string[]>
  speakerIds?: Maybe<readonly string[]>
  bylineSpeakerIds?: Maybe<readonly string[]>
  topicIds?: Maybe<readonly string[]>
  includeSubtopics: boolean
  languages?: Maybe<readonly string[]>
  publishedFrom?: Maybe<string>
  publishedUntil?: Maybe<string>
  includeUndated: boolean
  updatedSince?: Maybe<Date>
  isHeld?: Maybe<boolean>
  isClaimed?: Maybe<boolean>
  claimedBy?: Maybe<readonly string[]>
  includeDeleted: boolean
}

export const articles: List<ArticleFilter, 'PUBLISHED_AT' | 'INGESTED_AT' | 'UPDATED_AT' | 'TITLE'> = {
  model: 'Article',
  from: sql`"Article" t`,
  orders: {
    PUBLISHED_AT: [{ column: sql`t."publishedSort"`, type: 'timestamptz' }],
    INGESTED_AT: [{ column: sql`t."ingestedAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
    TITLE: [{ column: sql`t."titleFolded"`, type: 'text' }],
  },
  defaultOrder: { field: 'PUBLISHED_AT', direction: 'DESC' },
  filter: {
    text: field(
      (words, { at }) => sql`t."currentTextId" IN (SELECT x.id FROM "ArticleText" x
        WHERE ${matching(sql`x`, checkSearch(words, at))})`,
    ),
    siteIds: idsField('Site', (ids) => anyOf(sql`t."siteId"`, ids, 'uuid')),
    speakerIds: linkField(
      idsField('Speaker', (ids, asked) => {
        const spoken = speaksIn(sql`l."speakerId"`, asked.id, asked.view)
        return link(
          asked,
          sql`"ArticleSpeaker"`,
          sql`${anyOf(sql`l."speakerId"`, ids, 'uuid')} AND ${spoken}`,
        )
      }),
    ),
    bylineSpeakerIds: linkField(
      idsField('Speaker', (ids, asked) => link(asked, sql`"Byline"`, anyOf(sql`l."speakerId"`, ids, 'uuid'))),
    ),
    topicIds: linkField(
      idsField('Topic', (ids, asked) =>
        link(asked, sql`"ArticleTopic"`, amongTopics(sql`l."topicId"`, ids, asked.filter.includeSubtopics)),
      ),
    ),
    includeSubtopics: readByAnother,
    languages: field((languages) => anyOf(sql`t.language`, languages, 'text')),
    publishedFrom: { where: (_from, asked) => published(asked) },
    publishedUntil: {
      where: (_until, asked) => (asked.filter.publishedFrom == null ? published(asked) : []),
    },
    includeUndated: readByAnother,
    updatedSince: field((instant) => sql`t."updatedAt" >= ${instant}`),
    isClaimed: field((isClaimed, asked) =>
      asked.view.sight === 'EVERYTHING'
        ? sql`${isClaimed} = ${link(asked, sql`"ArticleClaim"`, sql`l."endedAt" IS NULL`)}`
        : sql`FALSE`,
    ),
    claimedBy: field((names, asked) =>
      asked.view.sight === 'EVERYTHING'
        ? link(
            asked,
            sql`"ArticleClaim"`,
            sql`l."endedAt" IS NULL AND ${anyOf(sql`l.holder`, names, 'text')}`,
          )
        : sql`FALSE`,
    ),
    isHeld: field((isHeld) => sql`(t."heldAt" IS NOT NULL) = ${isHeld}`),
    // `viewOf` reads it.
    includeDeleted: readByAnother,
  },
}

/** The condition that the article has a row `l` in another table for which `condition` holds. */
const link = (asked: Asked<ArticleFilter>, table: Sql, condition: Sql): Sql =>
  hasLink(asked, table, sql`l."articleId"`, condition)

/** The conditions that the article was published between two days. */
const published = ({ filter, filterAt }: Asked<ArticleFilter>): Sql[] =>
  between(
    {
      ...{ earliest: sql`t."publishedEarliest"`, latest: sql`t."publishedLatest"` },
      // Lets PostgreSQL use the index of the order. The day of an instant is taken in the instant's own offset, which
      // can be a day before or after its day in UTC.
      sort: (from, until) => sql`coalesce(t."publishedEarliest", t."publishedLatest") >= ${from}
        AND t."publishedSort" BETWEEN ${from} - 1 AND ${until} + 2`,
    },
    {
      from: filter.publishedFrom,
      until: filter.publishedUntil,
      includeUndated: filter.includeUndated,
      names: `${filterAt}.publishedFrom … publishedUntil`,
    },
  )

/** Every captured text of an article. */
export const articleTexts: List<object, 'CAPTURED_AT'> = {
  model: 'ArticleText',
  from: sql`"ArticleText" t`,
  orders: { CAPTURED_AT: [{ column: sql`t."capturedAt"`, type: 'timestamptz' }] },
  defaultOrder: { field: 'CAPTURED_AT', direction: 'DESC' },
}
