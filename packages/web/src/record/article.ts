import { type Client, query } from '@onrecord/sdk'
import { DATE, NAMED, PAGE_INFO } from './selections.js'

const POSITION = { start: true, end: true } as const

/** Statements that an article's page highlights; it leads on to those behind them. */
const ON_A_PAGE = 100

/** Everything that an article's page shows. Null when nobody may see it. */
export async function articleForPage(client: Client, id: string, after: string | undefined) {
  const { article } = await query(
    client,
    {
      article: {
        $: { by: { id } },
        id: true,
        title: true,
        url: true,
        canonicalUrl: true,
        language: true,
        publishedAt: DATE,
        updatedAt: true,
        bylines: { asWritten: true, speaker: NAMED },
        site: { ...NAMED, domain: true },
        topics: { $: { first: 20 }, nodes: NAMED },
        text: { id: true, content: true, capturedAt: true, segments: { kind: true, position: POSITION } },
        texts: { $: { first: 10 }, nodes: { id: true, capturedAt: true, length: true } },
        copies: { $: { first: 5 }, nodes: { id: true, title: true, site: NAMED } },
        statements: {
          $: { first: ON_A_PAGE, after, orderBy: { field: 'POSITION_IN_ARTICLE', direction: 'ASC' } },
          nodes: {
            id: true,
            kind: true,
            polarity: true,
            text: true,
            reviewStatus: true,
            speaker: NAMED,
            provenance: { confidence: true },
            anchors: { position: POSITION, text: { id: true } },
          },
          totalCount: { value: true, isExact: true },
          pageInfo: PAGE_INFO,
        },
      },
    },
    { operationName: 'PageArticle' },
  )
  return article
}

export type PageArticle = NonNullable<Awaited<ReturnType<typeof articleForPage>>>
