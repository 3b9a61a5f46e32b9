import type { NewsArticle, OrganizationLeaf, PersonLeaf, Quotation, WithContext } from 'schema-dts'
import { isoDate, type ShownDate } from '../text/fuzzy-date.js'
import { wikidataAddress } from '../text/wikidata.js'

interface QuotedArticle {
  title: string
  url: string | null
  site: { name: string } | null
  publishedAt: ShownDate
}

export interface QuotationData {
  text: string
  /** Who said it: several for a joint statement. */
  speakers: readonly Agent[]
  saidAt: ShownDate
  article: QuotedArticle
  articlePage: string
  page: string
  anchors: readonly {
    quote: { exact: string; prefix: string; suffix: string }
    position: { start: number; end: number }
  }[]
}

/** Somebody who says or does something. */
export interface Agent {
  name: string
  /** The kind of speaker: "PERSON", "ORGANIZATION". */
  kind: string
  /** The address of their page. */
  url: string
}

export const SCHEMA = 'https://schema.org'

// The types of schema-dts are made of schema.org's definitions: a property or a value that it does not know does not compile.

/** A statement as schema.org's Quotation, and as a W3C annotation whose selectors say where the words stand. */
export function quotationData(data: QuotationData): object[] {
  const { text, speakers, saidAt, article, articlePage, page, anchors } = data
  const quotation: WithContext<Quotation> = {
    '@context': SCHEMA,
    '@type': 'Quotation',
    '@id': page,
    url: page,
    text,
    isPartOf: newsArticle(article, articlePage),
  }
  const said = isoDate(saidAt)
  if (said) quotation.dateCreated = said
  if (speakers.length > 0) quotation.spokenByCharacter = speakers.map(agentData)
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
): NewsArticle {
  const data: NewsArticle = {
    '@type': 'NewsArticle',
    headline: title,
    subjectOf: { '@type': 'WebPage', url: page },
  }
  const day = isoDate(publishedAt)
  if (url) data.url = url
  if (day) data.datePublished = day
  if (site) data.publisher = { '@type': 'Organization', name: site.name }
  if (authors.length > 0) data.author = authors.map((name) => ({ '@type': 'Person' as const, name }))
  return data
}

/** A speaker as schema.org's Person or Organization. */
export function speakerData(
  {
    name,
    kind,
    aliases,
    wikidataId,
  }: {
    name: string
    kind: string
    aliases: readonly { name: string }[]
    wikidataId: string | null
  },
  page: string,
): object {
  const data: WithContext<PersonLeaf | OrganizationLeaf> = {
    '@context': SCHEMA,
    '@type': typeOf(kind),
    '@id': page,
    url: page,
    name,
  }
  if (aliases.length > 0) data.alternateName = aliases.map((alias) => alias.name)
  if (wikidataId) data.sameAs = wikidataAddress(wikidataId)
  return data
}

/** An article's page. */
export const articleData = (
  article: QuotedArticle,
  page: string,
  authors: readonly string[],
): WithContext<NewsArticle> => ({ '@context': SCHEMA, ...newsArticle(article, page, authors) })

/** A speaker where they are named. */
export const agentData = ({ name, kind, url }: Agent) => ({ '@type': typeOf(kind), name, url })

/** The type of a speaker of a kind of the record. */
const typeOf = (kind: string): 'Person' | 'Organization' =>
  kind === 'PERSON' || kind === 'UNKNOWN' ? 'Person' : 'Organization'
