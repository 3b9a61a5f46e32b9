import type { SpeakerKindInput } from '@onrecord/sdk'
import { Combobox, type Option } from '../combobox.js'
import type { Item } from './queue.js'
import type { ReviewView } from './review-view.js'
import { type Choice, makeSpeaker, suggestSpeakers } from './speakers.js'

type Said = Option & ({ choice: Choice } | { as: SpeakerKindInput } | { nobody: true })

/** Chooses who said a statement: letters of a name, then Enter. */
export function SpeakerPicker({ view, item }: { view: ReviewView; item: Item }) {
  const { client } = view.desk
  const choose = async (option: Said, name: string) => {
    if ('as' in option) {
      return view.keepSpeaker(item, await makeSpeaker(client, name, option.as))
    }
    return view.keepSpeaker(item, 'choice' in option ? option.choice : null)
  }
  return (
    <section class="panel" aria-label="Who said it?">
      <Combobox
        id="speaker"
        label="Who said it?"
        listLabel="Speakers"
        ask={(typed, signal) => suggestSpeakers(client, typed, signal)}
        optionsOf={optionsOf}
        onChoose={choose}
        onEscape={() => view.close()}
        focused
      />
      <button type="button" class="quiet" onClick={() => view.close()}>
        Leave as it was <kbd>Esc</kbd>
      </button>
    </section>
  )
}

/** Those whose name goes on as typed come first, then a new one; nobody when nothing is typed. */
function optionsOf(name: string, choices: readonly Choice[]): Said[] {
  if (name === '') return [{ nobody: true, says: 'Nobody is named', note: '' }]
  const kinds = { PERSON: 'a new person', ORGANIZATION: 'a new organisation', GROUP: 'a new group' } as const
  return [
    ...choices.map((choice) => ({
      ...{ choice, says: choice.name },
      note: choice.alias ? `also ${choice.alias}` : '',
    })),
    ...Object.entries(kinds).map(([as, note]) => ({ as: as as SpeakerKindInput, says: name, note })),
  ]
}
