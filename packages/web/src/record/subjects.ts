import { type Client, query } from '@onrecord/sdk'
import { CITED_ARTICLE, COUNT, DATE, NAMED, PAGE_INFO } from './selections.js'

/** A topic with those above and below it. */
export async function topicForPage(client: Client, id: string) {
  const { topic } = await query(
    client,
    {
      topic: {
        $: { by: { id } },
        ...NAMED,
        aliases: true,
        wikidataId: true,
        parent: { ...NAMED, parent: { ...NAMED, parent: { ...NAMED, parent: NAMED } } },
        children: { $: { first: 50 }, nodes: NAMED },
      },
    },
    { operationName: 'PageTopic' },
  )
  return topic
}

/** A site with its latest articles. */
export async function siteForPage(client: Client, id: string) {
  const { site } = await query(
    client,
    {
      site: {
        $: { by: { id } },
        ...NAMED,
        domain: true,
        articles: { $: { first: 10 }, nodes: CITED_ARTICLE, totalCount: COUNT },
      },
    },
    { operationName: 'PageSite' },
  )
  return site
}

/** An event with those who took part. */
export async function eventForPage(client: Client, id: string) {
  const { event } = await query(
    client,
    {
      event: {
        $: { by: { id } },
        ...NAMED,
        date: DATE,
        medium: true,
        place: { name: true },
        participants: { $: { first: 30 }, nodes: { ...NAMED, kind: true } },
      },
    },
    { operationName: 'PageEvent' },
  )
  return event
}

/** A document with those who issued it. */
export async function documentForPage(client: Client, id: string) {
  const { document } = await query(
    client,
    {
      document: {
        $: { by: { id } },
        id: true,
        title: true,
        identifier: true,
        url: true,
        date: DATE,
        issuers: { $: { first: 10 }, nodes: { ...NAMED, kind: true } },
      },
    },
    { operationName: 'PageDocument' },
  )
  return document
}

/** A page of all topics by name, and how many statements each has itself. */
export async function topicsForPage(client: Client, after: string | undefined) {
  const { topics, statements } = await query(
    client,
    {
      topics: {
        $: { first: 100, after },
        nodes: { ...NAMED, parent: NAMED },
        pageInfo: PAGE_INFO,
        totalCount: COUNT,
      },
      statements: {
        $: { first: 1 },
        facets: { $: { by: ['TOPIC'], top: 100 }, isExact: true, buckets: { key: true, count: true } },
      },
    },
    { operationName: 'PageTopics' },
  )
  const [facet] = statements.facets
  const counts = new Map(facet?.buckets.map(({ key, count }) => [key, count]))
  return { ...topics, counts, isExact: facet?.isExact ?? true }
}
