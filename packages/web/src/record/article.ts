import { type Client, query } from '@onrecord/sdk'
import type { Span } from '../text/runs.js'
import { WINDOW, windowEnd, within } from '../text/text-window.js'
import { COUNT, DATE, NAMED, PAGE_INFO, POSITION } from './selections.js'
import type { Count } from './shown.js'

/** Statements that an article's page highlights; it leads on to those behind them. */
const ON_A_PAGE = 100

/**
 * Everything that an article's page shows. Null when nobody may see it.
 *
 * @param from the place in the text at which the page begins.
 */
export async function articleForPage(client: Client, id: string, from: number) {
  const part = { start: from, end: from + WINDOW }
  const { article, statements } = await query(
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
        text: {
          ...{ id: true, length: true, capturedAt: true },
          part: { $: part, content: true },
          segments: { $: part, kind: true, position: POSITION },
        },
        texts: { $: { first: 10 }, nodes: { id: true, capturedAt: true, length: true } },
        copies: { $: { first: 5 }, nodes: { id: true, title: true, site: NAMED } },
        statements: {
          $: {
            first: ON_A_PAGE,
            filter: { minPosition: from, maxPosition: from + WINDOW - 1 },
            orderBy: { field: 'POSITION_IN_ARTICLE', direction: 'ASC' },
          },
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
          pageInfo: PAGE_INFO,
        },
      },
      statements: { $: { filter: { articleIds: [id] }, first: 1 }, totalCount: COUNT },
    },
    { operationName: 'PageArticle' },
  )
  return article && shownPart(article, statements.totalCount, from)
}

/** The article with what of its text fits on the page, and the statements that begin there. */
function shownPart<Article extends LongArticle>(article: Article, totalCount: Count, from: number) {
  const { text, statements } = article
  const last = statements.pageInfo.hasNextPage ? statements.nodes.at(-1) : null
  const end = windowEnd(from, text.length, text.segments, last ? startOf(last, text.id) : null)
  const nodes = statements.nodes.filter((statement) => (startOf(statement, text.id) ?? from) < end)
  return {
    ...article,
    text: { ...text, start: from, end, segments: within(text.segments, { start: from, end }) },
    statements: { nodes, totalCount },
  }
}

interface Anchored {
  anchors: readonly { position: Span; text: { id: string } }[]
}

interface LongArticle {
  text: { id: string; length: number; segments: readonly { kind: string; position: Span }[] }
  statements: { nodes: readonly Anchored[]; pageInfo: { hasNextPage: boolean } }
}

/** Where a statement begins in a text; null when the text has not got its words. */
const startOf = ({ anchors }: Anchored, textId: string): number | null =>
  anchors.find(({ text }) => text.id === textId)?.position.start ?? null

export type PageArticle = NonNullable<Awaited<ReturnType<typeof articleForPage>>>
