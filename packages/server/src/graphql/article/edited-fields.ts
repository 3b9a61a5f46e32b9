import type { ArticleFields } from '../../record/article/article-fields.js'
import { MOST_PARTS } from '../../record/most-parts.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { fuzzyDate } from '../fuzzy-date.js'
import { linkedBy } from '../linked.js'
import type { ShownAs } from '../shown-as.js'
import { topicList } from '../topic/list.js'

builder.prismaObject('Byline', {
  select: {},
  description: 'An author whom the article names.',
  fields: (t) => ({
    asWritten: t.exposeString('asWritten', { description: 'The author as printed: "By Mara Lindt".' }),
    speaker: t.field({
      type: 'Speaker' as never,
      nullable: true,
      description: 'The speaker who is the author; null when it is not known which.',
      ...linkedBy('speakerId', 'Speaker'),
    }),
  }),
})

// The GraphQL fields that show what can be edited of an article; a forgotten field of `ArticleFields` does not compile.
builder.prismaObjectFields(
  'Article',
  (t) =>
    ({
      title: t.exposeString('title', { description: 'Its title as printed.' }),
      url: t.expose('url', {
        type: 'URL',
        nullable: true,
        description: 'Its address as it came in, trackers and all; null when unknown.',
      }),
      language: t.expose('language', {
        type: 'LanguageTag',
        nullable: true,
        description: 'Its language, a BCP 47 tag; null when unknown.',
      }),
      publishedAt: t.field(fuzzyDate('published', 'When it was published.')),
      bylines: t.relation('bylines', {
        description: 'Its authors as printed, in order; at most 50.',
        query: { orderBy: { position: 'asc' }, take: MOST_PARTS.bylines },
      }),
      topics: t.field(
        connection(topicList, {
          description: 'The topics that it is about.',
          through: { table: 'ArticleTopic', own: 'articleId', other: 'topicId' },
          shown: true,
          filterable: false,
        }),
      ),
      text: t.relation('currentText', {
        nullable: false,
        onNull: 'error',
        description: 'Its newest captured text, which the anchors of its statements count in.',
      }),
    }) satisfies Record<ShownAs<keyof ArticleFields>, unknown>,
)
