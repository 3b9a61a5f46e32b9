import { isoDate, type ShownDate } from '../text/fuzzy-date.js'

interface QuotedArticle {
  title: string
  url: string | null
  site: { name: string } | null
  publishedAt: ShownDate
}

export interface QuotationData {
  text: string
  speaker: { name: string; url: string; kind?: string } | null
  saidAt: ShownDate
  article: QuotedArticle
  articlePage: string
  page: string
  anchors: readonly {
    quote: { exact: string; prefix: string; suffix: string }
    position: { start: number; end: number }
  }[]
}

const SCHEMA = 'https://schema.org'

/** A statement as schema.org's Quotation, and as a W3C annotation whose selectors say where the words stand. */
export function quotationData(data: QuotationData): object[] {
  const { text, speaker, saidAt, article, articlePage, page, anchors } = data
  const said = isoDate(saidAt)
  const quotation = {
    '@context': SCHEMA,
    '@type': 'Quotation',
    '@id': page,
    url: page,
    text,
    ...(speaker ? { spokenByCharacter: { '@type': 'Person', name: speaker.name, url: speaker.url } } : {}),
    ...(said ? { dateCreated: said } : {}),
    isPartOf: newsArticle(article, articlePage),
  }
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${page}#annotation`,
    type: 'Annotation',
    motivation: 'identifying',
    body: page,
    target: anchors.map(({ quote: { exact, prefix, suffix }, position: { start, end } }) => ({
      source: article.url ?? articlePage,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    })),
  }
  return [quotation, annotation]
}

/** An article as schema.org's NewsArticle. */
export function newsArticle(
  { title, url, site, publishedAt }: QuotedArticle,
  page: string,
  authors: readonly string[] = [],
) {
  const day = isoDate(publishedAt)
  return {
    '@type': 'NewsArticle',
    headline: title,
    ...(url ? { url } : {}),
    ...(day ? { datePublished: day } : {}),
    ...(site ? { publisher: { '@type': 'Organization', name: site.name } } : {}),
    ...(authors.length > 0 ? { author: authors.map((name) => ({ '@type': 'Person', name })) } : {}),
    subjectOf: { '@type': 'WebPage', url: page },
  }
}

/** A speaker as schema.org's Person or Organization. */
export const speakerData = (
  speaker: {
    name: string
    kind: string
    aliases: readonly { name: string }[]
    wikidataId: string | null
  },
  page: string,
): object => ({
  '@context': SCHEMA,
  '@type': speaker.kind === 'PERSON' || speaker.kind === 'UNKNOWN' ? 'Person' : 'Organization',
  '@id': page,
  url: page,
  name: speaker.name,
  ...(speaker.aliases.length > 0 ? { alternateName: speaker.aliases.map(({ name }) => name) } : {}),
  ...(speaker.wikidataId ? { sameAs: `https://www.wikidata.org/wiki/${speaker.wikidataId}` } : {}),
})

export const articleData = (article: QuotedArticle, page: string, authors: readonly string[]): object => ({
  '@context': SCHEMA,
  ...newsArticle(article, page, authors),
})
