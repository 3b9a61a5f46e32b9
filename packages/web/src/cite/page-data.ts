import type {
  AboutPage,
  CollectionPage,
  DefinedTermSetLeaf,
  SearchAction,
  WebPageLeaf,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts'
import { SCHEMA } from './linked-data.js'

/** A page that shows no one object. */
interface PageFacts {
  name: string
  description?: string
  /** Its address. */
  url: string
}

/** An object that a list shows. */
export interface ListedItem {
  name: string
  /** The address of its page. */
  url: string
}

/** The record as schema.org's WebSite, with the search that it has. */
export function recordData(facts: PageFacts): WithContext<WebSite> {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${facts.url}search?q={words}` },
    'query-input': 'required name=words',
  }
  return { '@context': SCHEMA, '@type': 'WebSite', '@id': facts.url, ...facts, potentialAction: search }
}

/** A page as schema.org's WebPage. */
export const pageData = (facts: PageFacts): WithContext<WebPageLeaf> => ({
  ...{ '@context': SCHEMA, '@type': 'WebPage', '@id': facts.url },
  ...facts,
})

/** The page of what is claimed, as schema.org's AboutPage. */
export const aboutData = (facts: PageFacts): WithContext<AboutPage> => ({
  ...{ '@context': SCHEMA, '@type': 'AboutPage', '@id': facts.url },
  ...facts,
})

/** The first page of a list as schema.org's CollectionPage. */
export const listData = (facts: PageFacts, items: readonly ListedItem[]): WithContext<CollectionPage> => ({
  ...{ '@context': SCHEMA, '@type': 'CollectionPage', '@id': facts.url },
  ...facts,
  mainEntity: {
    '@type': 'ItemList',
    itemListElement: items.map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item })),
  },
})

/** The topics as schema.org's DefinedTermSet. */
export const topicsData = (
  facts: PageFacts,
  topics: readonly ListedItem[],
): WithContext<DefinedTermSetLeaf> => ({
  ...{ '@context': SCHEMA, '@type': 'DefinedTermSet', '@id': facts.url },
  ...facts,
  hasDefinedTerm: topics.map((topic) => ({ '@type': 'DefinedTerm', ...topic })),
})
