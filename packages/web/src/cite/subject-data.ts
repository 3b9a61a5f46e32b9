import type { CreativeWorkLeaf, DefinedTermLeaf, EventLeaf, WebSite, WithContext } from 'schema-dts'
import { isoDate, type ShownDate } from '../text/fuzzy-date.js'
import { wikidataAddress } from '../text/wikidata.js'
import { type Agent, agentData, SCHEMA } from './linked-data.js'

/** A site as schema.org's WebSite. */
export const siteData = (
  { name, domain }: { name: string; domain: string },
  page: string,
): WithContext<WebSite> => ({
  '@context': SCHEMA,
  '@type': 'WebSite',
  name,
  url: `https://${domain}/`,
  subjectOf: { '@type': 'WebPage', url: page },
})

interface EventFacts {
  name: string
  date: ShownDate
  place: { name: string } | null
  participants: readonly Agent[]
}

/** An event as schema.org's Event. */
export function eventData({ name, date, place, participants }: EventFacts, page: string): object {
  const data: WithContext<EventLeaf> = {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': page,
    url: page,
    name,
  }
  const day = isoDate(date)
  if (day) data.startDate = day
  if (place) data.location = { '@type': 'Place', name: place.name }
  if (participants.length > 0) data.attendee = participants.map(agentData)
  return data
}

interface DocumentFacts {
  title: string
  identifier: string | null
  url: string | null
  date: ShownDate
  issuers: readonly Agent[]
}

/** A document as schema.org's CreativeWork. */
export function documentData(document: DocumentFacts, page: string): object {
  const { title, identifier, url, date, issuers } = document
  const data: WithContext<CreativeWorkLeaf> = {
    '@context': SCHEMA,
    '@type': 'CreativeWork',
    name: title,
    subjectOf: { '@type': 'WebPage', url: page },
  }
  const day = isoDate(date)
  if (url) data.url = url
  if (identifier) data.identifier = identifier
  if (day) data.datePublished = day
  if (issuers.length > 0) data.publisher = issuers.map(agentData)
  return data
}

interface TopicFacts {
  name: string
  aliases: readonly string[]
  wikidataId: string | null
}

/** A topic as schema.org's DefinedTerm, of the set that all topics are. */
export function topicData({ name, aliases, wikidataId }: TopicFacts, page: string, topics: string): object {
  const data: WithContext<DefinedTermLeaf> = {
    '@context': SCHEMA,
    '@type': 'DefinedTerm',
    '@id': page,
    url: page,
    name,
    inDefinedTermSet: topics,
  }
  if (aliases.length > 0) data.alternateName = aliases
  if (wikidataId) data.sameAs = wikidataAddress(wikidataId)
  return data
}
