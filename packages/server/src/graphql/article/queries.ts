import { idOf } from '../../record/global-id.js'
import { canonicalUrl } from '../../text/canonical-url.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { INCLUDE_DELETED } from '../list-type.js'
import { lookUp } from '../look-up.js'
import { ExternalIdInput } from '../shared-types.js'
import { articleList } from './list.js'

const ArticleBy = builder.inputType('ArticleBy', {
  isOneOf: true,
  description: 'Exactly one way to name an article.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    url: t.field({
      type: 'URL',
      description: 'Its address; trackers, fragment and trailing slash do not matter.',
    }),
    externalId: t.field({ type: ExternalIdInput, description: 'Id in another system.' }),
    sha256: t.field({
      type: 'Sha256',
      description: 'Hash of any captured text of it; of several articles with that text, the first ingested.',
    }),
  }),
})

interface By {
  id?: string | null
  url?: string | null
  externalId?: { namespace: string; value: string } | null
  sha256?: string | null
}

function where({ id, url, externalId, sha256 }: By) {
  if (id != null) return { id: idOf('Article', id, 'by.id') }
  if (url != null) return { canonicalUrl: canonicalUrl(url) }
  if (externalId != null) return { externalIds: { some: { type: 'ARTICLE' as const, ...externalId } } }
  return { texts: { some: { sha256: sha256 ?? '' } } }
}

builder.queryFields((t) => ({
  article: t.prismaField({
    type: 'Article',
    nullable: true,
    description: 'One article; null when there is none.',
    args: {
      by: t.arg({ type: ArticleBy, required: true, description: 'Which.' }),
      includeDeleted: t.arg.boolean(INCLUDE_DELETED),
    },
    resolve: (query, _root, { by, includeDeleted }, context) =>
      lookUp(context, 'Article', {
        query,
        where: where(by),
        orderBy: [{ ingestedAt: 'asc' }, { id: 'asc' }],
        includeDeleted,
      }),
  }),
  articles: t.field(connection(articleList, { description: 'All articles, newest first by default.' })),
}))
