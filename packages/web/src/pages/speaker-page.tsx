import { speakerData } from '../cite/linked-data.js'
import { Outgoing, PageLink } from '../components/links.js'
import { Office } from '../components/office.js'
import { ofSpeaker, type PageSpeaker, speakerForPage } from '../record/speaker.js'
import { wikidataAddress } from '../text/wikidata.js'
import { subjectPage } from './subject-page.js'

/** A speaker: names, offices in time, and statements with a chart and filters. */
export const speakerPage = subjectPage<PageSpeaker>({
  folder: 'speakers',
  load: speakerForPage,
  idAndName: (speaker) => speaker,
  filter: ofSpeaker,
  about: (speaker) => <About speaker={speaker} />,
  sentence: (name) => `What ${name} has said`,
  kind: 'profile',
  without: 'SPEAKER',
  data: speakerData,
})

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
          <Outgoing href={wikidataAddress(wikidataId)}>Wikidata</Outgoing>
        </p>
      )}
    </>
  )
}
