import { DateText, Outgoing, PageLink } from '../components/links.js'
import { Listing } from '../components/listing.js'
import { readFilter } from '../record/address-filter.js'
import { ofSpeaker, type PageSpeaker, speakerForPage } from '../record/speaker.js'
import { listedStatements } from '../record/statement-list.js'
import { dateWords } from '../text/fuzzy-date.js'
import { FOLDERS, idIn, pathOf } from '../text/handle.js'
import { countOf } from '../text/words.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

/** A speaker: names, offices in time, and statements with a chart and filters. */
export async function speakerPage({ client, url }: PageRequest, handle: string): Promise<PageResult> {
  const id = idIn(handle, FOLDERS.speakers)
  if (!id) return null
  const address = readFilter(url.searchParams)
  const [speaker, statements] = await Promise.all([
    speakerForPage(client, id),
    listedStatements(client, ofSpeaker(id), address),
  ])
  if (!speaker) return null
  const path = pathOf('speakers', speaker)
  const moved = movedFrom(url, path)
  if (moved) return moved
  return {
    title: speaker.name,
    description: `What ${speaker.name} has said, word for word, with where and when: ${countOf(statements.totalCount)} statements.`,
    path,
    kind: 'profile',
    content: (
      <>
        <header class="head">
          <h1>
            <bdi>{speaker.name}</bdi>
          </h1>
          <About speaker={speaker} />
        </header>
        <Listing {...statements} url={url} address={address} without="SPEAKER" />
      </>
    ),
  }
}

function About({ speaker: { aliases, affiliations, wikidataId, members } }: { speaker: PageSpeaker }) {
  return (
    <>
      {aliases.length > 0 && (
        <p class="faint">
          Also <bdi>{aliases.map(({ name }) => name).join(', ')}</bdi>
        </p>
      )}
      {affiliations.length > 0 && (
        <ul class="offices" aria-label="Offices">
          {affiliations.map((office, index) => (
            <li key={index}>
              <Office {...office} />
            </li>
          ))}
        </ul>
      )}
      {members.nodes.length > 0 && (
        <p class="list">
          Members:{' '}
          {members.nodes.map((member) => (
            <PageLink to={member} folder="speakers" key={member.id} />
          ))}
        </p>
      )}
      {wikidataId && (
        <p>
          <Outgoing href={`https://www.wikidata.org/wiki/${wikidataId}`}>Wikidata</Outgoing>
        </p>
      )}
    </>
  )
}

function Office({ role, organization, place, from, until }: PageSpeaker['affiliations'][number]) {
  return (
    <>
      <bdi>{role ?? 'With'}</bdi>
      {organization && (
        <>
          {role ? ', ' : ' '}
          <PageLink to={organization} folder="speakers" />
        </>
      )}
      {place && (
        <>
          , <bdi>{place.name}</bdi>
        </>
      )}
      {(dateWords(from) || dateWords(until)) && (
        <span class="faint">
          {' '}
          <DateText date={from} /> – <DateText date={until} />
        </span>
      )}
    </>
  )
}
