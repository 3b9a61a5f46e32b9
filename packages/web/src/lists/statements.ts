import { query, type StatementOrder } from '@onrecord/sdk'
import { statementPath } from '../components/statement-card.js'
import { CARD, PAGE_INFO } from '../record/selections.js'
import { filterOf } from '../record/statement-list.js'
import { dateWords, isoDate } from '../text/fuzzy-date.js'
import type { DataList, ListRequest } from './data-list.js'

type Row = Awaited<ReturnType<typeof page>>['nodes'][number]

async function page({ client, address, first, after, newest }: ListRequest) {
  const orderBy: StatementOrder = { field: newest ? 'CREATED_AT' : 'SAID_AT', direction: 'DESC' }
  const { statements } = await query(
    client,
    {
      statements: {
        $: { filter: filterOf({}, address), first, after, orderBy },
        nodes: { ...CARD, medium: true, polarity: true, updatedAt: true, createdAt: true },
        pageInfo: PAGE_INFO,
      },
    },
    { operationName: 'PageExport' },
  )
  return statements
}

/** All statements. */
export const statementList: DataList<Row> = {
  ...{ name: 'statements', page, pathOf: statementPath },
  columns: {
    text: ({ text }) => text,
    speaker: ({ speaker }) => speaker?.name ?? null,
    said_earliest: ({ saidAt }) => saidAt.earliest,
    said_latest: ({ saidAt }) => saidAt.latest,
    kind: ({ kind }) => kind,
    medium: ({ medium }) => medium,
    polarity: ({ polarity }) => polarity,
    review: ({ reviewStatus }) => reviewStatus,
    article: ({ article }) => article.title,
    article_url: ({ article }) => article.url,
    site: ({ article }) => article.site?.name ?? null,
    published: ({ article }) => isoDate(article.publishedAt),
  },
  entryOf({ speaker, text, article, createdAt, updatedAt }) {
    const place = [article.title, article.site?.name, dateWords(article.publishedAt)].filter(Boolean)
    return {
      ...{ title: `${speaker?.name ?? 'Somebody'}: ${text}`, text: `${text}\n\n${place.join(', ')}` },
      ...{ author: speaker?.name ?? 'not named', published: createdAt, updated: updatedAt },
    }
  },
}
