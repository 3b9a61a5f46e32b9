import { sql } from '../../database/sql.js'
import { canonicalUrl } from '../../text/canonical-url.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUpField } from '../look-up-field.js'
import { articleList } from './list.js'

lookUpField('Article', {
  keys: {
    url: {
      type: 'URL',
      description:
        'Its address, or that of its mobile, AMP or print view; scheme, "www.", trackers, fragment and trailing slash do not matter.',
      where: (url: string) => sql`t."canonicalUrl" = ${canonicalUrl(url)}`,
    },
    sha256: {
      type: 'Sha256',
      description: 'Hash of any captured text of it; of several articles with that text, the first ingested.',
      where: (sha256: string) =>
        sql`EXISTS (SELECT FROM "ArticleText" x WHERE x."articleId" = t.id AND x.sha256 = ${sha256})`,
      orderBy: [
        { by: sql`t."ingestedAt"`, direction: 'ASC' },
        { by: sql`t.id`, direction: 'ASC' },
      ],
    },
  },
})

builder.queryField('articles', (t) =>
  t.field(connection(articleList, { description: 'All articles, newest first by default.' })),
)
