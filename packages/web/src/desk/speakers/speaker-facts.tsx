import { Outgoing } from '../../components/links.js'
import { Office } from '../../components/office.js'
import { wikidataAddress } from '../../text/wikidata.js'
import { countOf } from '../../text/words.js'
import { kindWords } from './kind-words.js'
import type { DeskSpeaker } from './speaker.js'

/** What is known of a speaker, besides the statements. */
export function SpeakerFacts({ speaker }: { speaker: DeskSpeaker }) {
  const { kind, aliases, affiliations, wikidataId, statements } = speaker
  return (
    <dl class="facts">
      <dt>Kind</dt>
      <dd>{kindWords(kind)}</dd>
      <dt>Also named</dt>
      <dd>
        {aliases.length === 0 && <span class="faint">nothing else</span>}
        <ul class="plain">
          {aliases.map(({ name, language }) => (
            <li key={name}>
              <bdi lang={language ?? undefined}>{name}</bdi> {language && <small>{language}</small>}
            </li>
          ))}
        </ul>
      </dd>
      <dt>Offices</dt>
      <dd>
        {affiliations.length === 0 && <span class="faint">none known</span>}
        <ul class="plain">
          {affiliations.map((office, index) => (
            <li key={index}>
              <Office {...office} />
            </li>
          ))}
        </ul>
      </dd>
      <dt>Wikidata</dt>
      <dd>
        {wikidataId ? (
          <Outgoing href={wikidataAddress(wikidataId)}>{wikidataId}</Outgoing>
        ) : (
          <span class="faint">not known</span>
        )}
      </dd>
      <dt>Statements</dt>
      <dd>{countOf(statements.totalCount)}</dd>
    </dl>
  )
}
