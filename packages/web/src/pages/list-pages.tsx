import { ArticleCitation, DateText, PageLink } from '../components/links.js'
import { articleList } from '../lists/articles.js'
import { documentList } from '../lists/documents.js'
import { eventList } from '../lists/events.js'
import { siteList } from '../lists/sites.js'
import { speakerList } from '../lists/speakers.js'
import { wordFor } from '../text/kinds.js'
import { listPage } from './list-page.js'

export const articlesPage = listPage(articleList, {
  title: 'Articles',
  description: 'The articles of the record, those that were published last first.',
  finds: 'Words of the text',
  item: (article) => <ArticleCitation article={article} />,
})

export const speakersPage = listPage(speakerList, {
  title: 'Speakers',
  description: 'Everybody whose words are on record.',
  finds: 'A part of a name',
  inColumns: true,
  item: (speaker) => (
    <>
      <PageLink to={speaker} folder="speakers" />
      {speaker.kind === 'PERSON' ? null : <small> {wordFor(speaker.kind)}</small>}
    </>
  ),
})

export const sitesPage = listPage(siteList, {
  title: 'Sites',
  description: 'Where the articles of the record were published.',
  finds: 'A part of a name',
  inColumns: true,
  item: (site) => (
    <>
      <PageLink to={site} folder="sites" /> <small>{site.domain}</small>
    </>
  ),
})

export const eventsPage = listPage(eventList, {
  title: 'Events',
  description: 'The events at which the statements of the record were made, the latest first.',
  finds: 'A part of a name',
  item: (event) => (
    <>
      <PageLink to={event} folder="events" />{' '}
      <small>
        <DateText date={event.date} />
        {event.place && (
          <>
            {' · '}
            <bdi>{event.place.name}</bdi>
          </>
        )}
      </small>
    </>
  ),
})

export const documentsPage = listPage(documentList, {
  title: 'Documents',
  description: 'The documents that the statements of the record are about.',
  finds: 'A part of a title or an identifier',
  item: ({ id, title, identifier, date }) => (
    <>
      <PageLink to={{ id, name: title }} folder="documents" />{' '}
      <small>
        {identifier && <bdi>{identifier} </bdi>}
        <DateText date={date} />
      </small>
    </>
  ),
})
