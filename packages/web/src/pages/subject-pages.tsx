import { documentData, eventData, siteData, topicData } from '../cite/subject-data.js'
import { ArticleCitation, DateText, Outgoing, PageLink } from '../components/links.js'
import type { Named } from '../record/shown.js'
import { documentForPage, eventForPage, siteForPage, topicForPage } from '../record/subjects.js'
import { handleOf } from '../text/handle.js'
import { wordFor } from '../text/kinds.js'
import { wikidataAddress } from '../text/wikidata.js'
import { countOf } from '../text/words.js'
import { agentsOf } from './agents-of.js'
import { subjectPage } from './subject-page.js'

type Shown<Load extends (...given: never[]) => unknown> = NonNullable<Awaited<ReturnType<Load>>>

/** A topic: where it stands in the tree, and what was said about it and the topics below it. */
export const topicPage = subjectPage<Shown<typeof topicForPage>>({
  folder: 'topics',
  load: topicForPage,
  idAndName: (topic) => topic,
  filter: (id) => ({ topicIds: [id] }),
  without: 'TOPIC',
  sentence: (name) => `What was said about ${name}`,
  data: (topic, page, baseUrl) => topicData(topic, page, `${baseUrl}/topics`),
  above: (topic) => (
    <p class="trail">
      <a href="/topics">Topics</a>
      {topicsAbove(topic).map((one) => (
        <span key={one.id}>
          {' › '}
          <PageLink to={one} folder="topics" />
        </span>
      ))}
    </p>
  ),
  about: ({ aliases, children, wikidataId }) => (
    <>
      {aliases.length > 0 && (
        <p class="faint">
          Also <bdi>{aliases.join(', ')}</bdi>
        </p>
      )}
      <Links nodes={children.nodes} folder="topics" label="Below it: " />
      {wikidataId && <Outgoing href={wikidataAddress(wikidataId)}>Wikidata</Outgoing>}
    </>
  ),
})

interface TopicAbove extends Named {
  parent?: TopicAbove | null
}

/** The topics above a topic, the broadest first. */
const topicsAbove = ({ parent }: TopicAbove): Named[] => (parent ? [...topicsAbove(parent), parent] : [])

/** A site: its latest articles, and what they quote. */
export const sitePage = subjectPage<Shown<typeof siteForPage>>({
  folder: 'sites',
  load: siteForPage,
  idAndName: (site) => site,
  filter: (id) => ({ siteIds: [id] }),
  without: 'SITE',
  sentence: (name) => `What ${name} quotes`,
  data: siteData,
  about: ({ id, name, domain, articles }) => (
    <>
      <p>
        <Outgoing href={`https://${domain}/`}>{domain}</Outgoing>, {countOf(articles.totalCount)} articles in
        the record
      </p>
      <details>
        <summary>Its latest articles</summary>
        <ul class="plain">
          {articles.nodes.map((article) => (
            <li key={article.id}>
              <ArticleCitation article={{ ...article, site: null }} />
            </li>
          ))}
        </ul>
        <p class="more">
          <a href={`/articles?site=${handleOf(id, name)}`}>All its articles</a>
        </p>
      </details>
    </>
  ),
})

/** An event: when and where it was, who took part, and what was said at it. */
export const eventPage = subjectPage<Shown<typeof eventForPage>>({
  folder: 'events',
  load: eventForPage,
  idAndName: (event) => event,
  filter: (id) => ({ eventIds: [id] }),
  sentence: (name) => `What was said at ${name}`,
  data: ({ participants, ...event }, page, baseUrl) =>
    eventData({ ...event, participants: agentsOf(participants.nodes, baseUrl) }, page),
  about: ({ date, medium, place, participants }) => (
    <>
      <p class="faint list">
        <DateText date={date} />
        {medium === 'UNKNOWN' ? null : <span>{wordFor(medium)}</span>}
        {place && <bdi>{place.name}</bdi>}
      </p>
      <Links nodes={participants.nodes} folder="speakers" label="With " />
    </>
  ),
})

/** A document: who issued it when, and the statements that cite it. */
export const documentPage = subjectPage<Shown<typeof documentForPage>>({
  folder: 'documents',
  load: documentForPage,
  idAndName: ({ id, title }) => ({ id, name: title }),
  filter: (id) => ({ documentIds: [id] }),
  sentence: (name) => `Statements that cite ${name}`,
  data: ({ issuers, ...document }, page, baseUrl) =>
    documentData({ ...document, issuers: agentsOf(issuers.nodes, baseUrl) }, page),
  about: ({ date, identifier, url, issuers }) => (
    <>
      <p class="faint list">
        {identifier && <bdi>{identifier}</bdi>}
        <DateText date={date} />
        {url && <Outgoing href={url}>Read the document</Outgoing>}
      </p>
      <Links nodes={issuers.nodes} folder="speakers" label="Issued by " />
    </>
  ),
})

function Links({
  nodes,
  folder,
  label,
}: {
  nodes: readonly Named[]
  folder: 'speakers' | 'topics'
  label: string
}) {
  if (nodes.length === 0) return null
  return (
    <p>
      {label}
      <span class="list">
        {nodes.map((one) => (
          <PageLink to={one} folder={folder} key={one.id} />
        ))}
      </span>
    </p>
  )
}
