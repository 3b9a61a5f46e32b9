import { StatementCard } from '../../components/statement-card.js'
import { dayWords } from '../../text/fuzzy-date.js'
import { pathOf } from '../../text/handle.js'
import { Heading } from './heading.js'
import { NamesForm } from './names-form.js'
import { OfficesForm } from './offices-form.js'
import { RowList } from './row-list.js'
import type { DeskSpeaker } from './speaker.js'
import { SpeakerFacts } from './speaker-facts.js'
import type { SpeakersDesk } from './speakers-desk.js'
import type { SpeakersView } from './speakers-view.js'

/** One speaker: names and offices, possible duplicates, earlier merges, and the newest statements. */
export function SpeakerView({ desk, speaker }: { desk: SpeakersDesk; speaker: DeskSpeaker }) {
  const { view } = desk
  const { nodes, pageInfo } = speaker.statements
  const open = view.open.value
  return (
    <>
      <Heading view={view}>
        <bdi>{speaker.name}</bdi>
      </Heading>
      {open === 'names' && <NamesForm desk={desk} speaker={speaker} key={`names ${speaker.id}`} />}
      {open === 'offices' && <OfficesForm desk={desk} speaker={speaker} key={`offices ${speaker.id}`} />}
      <SpeakerFacts speaker={speaker} />
      <p class="by">
        <a href={pathOf('speakers', speaker)}>The page for readers</a>
      </p>
      <Duplicates view={view} speaker={speaker} />
      <EarlierMerges desk={desk} speaker={speaker} />
      <section aria-labelledby="newest">
        <h2 id="newest">Newest statements</h2>
        {nodes.length === 0 && <p class="faint">None.</p>}
        <ul class="statements">
          {nodes.map((statement) => (
            <StatementCard statement={statement} withoutSpeaker key={statement.id} />
          ))}
        </ul>
        {pageInfo.hasNextPage && (
          <button type="button" class="quiet" onClick={() => void view.more()}>
            More
          </button>
        )}
      </section>
    </>
  )
}

function Duplicates({ view, speaker: { id } }: { view: SpeakersView; speaker: DeskSpeaker }) {
  const rows = view.candidates.value
  return (
    <section aria-labelledby="duplicates">
      <h2 id="duplicates">Possible duplicates</h2>
      {!rows && <p class="faint">Looking for names that are alike…</p>}
      {rows?.length === 0 && <p class="faint">None: no other name is nearly the same.</p>}
      {rows && rows.length > 0 && (
        <RowList view={view} rows={rows} to={(row) => ({ id, other: row.id })} label="Possible duplicates" />
      )}
    </section>
  )
}

/** What was merged into the speaker, each to be split off again. */
function EarlierMerges({ desk, speaker }: { desk: SpeakersDesk; speaker: DeskSpeaker }) {
  const merges = speaker.mergedFrom.nodes
  if (merges.length === 0) return null
  return (
    <section aria-labelledby="merges">
      <h2 id="merges">Merged into it</h2>
      <ul class="plain rows">
        {merges.map((merge) => (
          <li key={merge.id}>
            <bdi>{merge.absorbedName}</bdi>{' '}
            <small>
              by <bdi>{merge.actor}</bdi>, {dayWords(merge.at)}
              {merge.note && (
                <>
                  : <bdi>{merge.note}</bdi>
                </>
              )}
            </small>{' '}
            {desk.view.mayMerge && (
              <button
                type="button"
                class="quiet"
                disabled={desk.turns.isBusy.value}
                aria-label={`Split again: ${merge.absorbedName}`}
                onClick={() => void desk.split(merge)}
              >
                Split again
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
