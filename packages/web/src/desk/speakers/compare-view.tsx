import { StatementCard } from '../../components/statement-card.js'
import { counted } from '../../text/words.js'
import { DeskLink } from './desk-link.js'
import { Heading } from './heading.js'
import type { DeskSpeaker } from './speaker.js'
import { SpeakerFacts } from './speaker-facts.js'
import type { SpeakersDesk } from './speakers-desk.js'
import type { SpeakersView } from './speakers-view.js'

/** How many statements of each are shown. */
const FEW = 4

/** Two speakers side by side: are they the same? */
export function CompareView({ desk }: { desk: SpeakersDesk }) {
  const { view } = desk
  const [shown, other] = [view.shown.value, view.other.value]
  if (!shown || !other) return null
  return (
    <>
      <Heading view={view}>Are they the same?</Heading>
      <Where view={view} />
      {view.mayMerge ? (
        <MergeForm desk={desk} />
      ) : (
        <p class="panel">
          To merge speakers takes a key with the role reviewer, too. An admin can make you one.
        </p>
      )}
      <div class="pair">
        <Side view={view} speaker={shown} />
        <Side view={view} speaker={other} />
      </div>
    </>
  )
}

/** Which of the candidates this is. */
function Where({ view }: { view: SpeakersView }) {
  const rows = view.candidates.value
  const at = rows?.findIndex(({ id }) => id === view.address.value.other) ?? -1
  return (
    <p class="faint where">
      {rows && at >= 0
        ? `Pair ${at + 1} of ${rows.length}`
        : 'Not among the possible duplicates: the names are not alike, or somebody has split the two.'}
    </p>
  )
}

function Side({ view, speaker }: { view: SpeakersView; speaker: DeskSpeaker }) {
  const stays = view.pair.value?.kept.id === speaker.id
  const { nodes } = speaker.statements
  return (
    <section class={stays ? 'stays' : undefined} aria-label={speaker.name}>
      <h2>
        <DeskLink view={view} to={{ id: speaker.id, other: null }}>
          <bdi>{speaker.name}</bdi>
        </DeskLink>
      </h2>
      {view.mayMerge && (
        <label class="stay">
          <input
            type="radio"
            name="stays"
            checked={stays}
            onChange={() => {
              view.keptId.value = speaker.id
            }}
          />{' '}
          {stays ? 'stays' : 'becomes part of the other'}
        </label>
      )}
      <SpeakerFacts speaker={speaker} />
      <ul class="statements">
        {nodes.slice(0, FEW).map((statement) => (
          <StatementCard statement={statement} withoutSpeaker key={statement.id} />
        ))}
      </ul>
    </section>
  )
}

function MergeForm({ desk }: { desk: SpeakersDesk }) {
  const pair = desk.view.pair.value
  if (!pair) return null
  const { kept, absorbed } = pair
  const items = [kept.wikidataId, absorbed.wikidataId]
  const differ = items[0] !== items[1] && !items.includes(null)
  return (
    <form
      class="panel"
      aria-label="Merge"
      onSubmit={(event) => {
        event.preventDefault()
        void desk.merge()
      }}
    >
      <p>
        <bdi>{absorbed.name}</bdi> becomes part of <bdi>{kept.name}</bdi>, with{' '}
        {counted(absorbed.statements.totalCount.value, 'statement')}. It can be split off again at any time.
      </p>
      {differ && (
        <p class="problem">
          They have different Wikidata items, {items.join(' and ')}: correct the one that is wrong first.
        </p>
      )}
      <label>
        Why, if it is not plain{' '}
        <input
          id="why"
          value={desk.note.value}
          maxLength={2000}
          autocomplete="off"
          onInput={(event) => {
            desk.note.value = event.currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            event.currentTarget.blur()
          }}
        />
      </label>
      <p class="buttons">
        <button type="submit" disabled={desk.turns.isBusy.value}>
          Merge <kbd>m</kbd>
        </button>
        <button type="button" class="quiet" onClick={() => desk.view.keepApart()}>
          Not the same <kbd>x</kbd>
        </button>
      </p>
    </form>
  )
}
