import { Combobox } from '../combobox.js'
import { kindWords } from './kind-words.js'
import { countWords } from './row-list.js'
import { type FoundSpeaker, findSpeakers } from './speaker-rows.js'
import type { SpeakersView } from './speakers-view.js'

/** Finds a speaker by the letters of a name. */
export function SearchBox({ view }: { view: SpeakersView }) {
  const { id } = view.address.value
  return (
    <section class="panel" aria-label="Find a speaker">
      <Combobox
        id="find"
        label="Find a speaker"
        listLabel="Speakers"
        ask={(typed, signal) => findSpeakers(view.client, typed, signal)}
        optionsOf={(_, found) => found.map(optionOf)}
        onChoose={(option) => view.go({ id: option.id, other: null })}
        onEscape={() => view.close()}
        focused
      />
      <button type="button" class="quiet" onClick={() => view.close()}>
        {id === null ? 'Back to the list' : 'Stay here'} <kbd>Esc</kbd>
      </button>
    </section>
  )
}

const optionOf = (speaker: FoundSpeaker) => ({
  id: speaker.id,
  says: speaker.name,
  note: [speaker.alias && `also ${speaker.alias}`, kindWords(speaker.kind), countWords(speaker)]
    .filter(Boolean)
    .join(' · '),
})
