import { type ArticleOrder, type Client, query } from '@onrecord/sdk'
import { type AddressFilter, narrowed } from '../record/address-filter.js'
import { CITED_ARTICLE, COUNT, PAGE_INFO } from '../record/selections.js'
import { dateWords, isoDate } from '../text/fuzzy-date.js'
import { pathOf } from '../text/handle.js'
import type { IndexList, ListRequest } from './data-list.js'

const narrowedBy = {
  q: 'text',
  site: 'siteIds',
  topic: 'topicIds',
  speaker: 'speakerIds',
  from: 'publishedFrom',
  until: 'publishedUntil',
} as const

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after, newest }: ListRequest) {
  const orderBy: ArticleOrder = { field: newest ? 'INGESTED_AT' : 'PUBLISHED_AT', direction: 'DESC' }
  const { articles } = await query(
    client,
    {
      articles: {
        $: { filter: narrowed(address, narrowedBy), first, after, orderBy },
        nodes: { ...CITED_ARTICLE, language: true, createdAt: true, updatedAt: true },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageList' },
  )
  return articles
}

async function count(client: Client, address: AddressFilter) {
  const { articles } = await query(
    client,
    { articles: { $: { filter: narrowed(address, narrowedBy), first: 1 }, totalCount: COUNT } },
    { operationName: 'PageCount' },
  )
  return articles.totalCount
}

/** All articles, those that were published last first. */
export const articleList: IndexList<Row> = {
  ...{ name: 'articles', narrowedBy, page, count },
  nameOf: ({ title }) => title,
  pathOf: ({ id, title }) => pathOf('articles', { id, name: title }),
  columns: {
    title: ({ title }) => title,
    url: ({ url }) => url,
    site: ({ site }) => site?.name ?? null,
    published: ({ publishedAt }) => isoDate(publishedAt),
    language: ({ language }) => language,
  },
  entryOf: ({ title, site, publishedAt, createdAt, updatedAt }) => ({
    title,
    text: [title, site?.name, dateWords(publishedAt)].filter(Boolean).join(', '),
    ...(site ? { author: site.name } : {}),
    ...{ published: createdAt, updated: updatedAt },
  }),
}
