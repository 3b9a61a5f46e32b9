import { type SpeakerFilter, speakers } from '../../record/speaker/list.js'
import { MOST_DUPLICATES } from '../../record/speaker/possible-duplicates.js'
import { filterInput, whichOf } from '../filter-input.js'
import { listType } from '../list-type.js'
import { AffiliationFilterInput } from './affiliation-filter-input.js'
import { SpeakerKind } from './enums.js'

const SpeakerFilterInput = filterInput<SpeakerFilter>('Speaker', whichOf('speakers'), (t) => ({
  name: t.string({ description: 'Part of the name or an alias; case and diacritics do not matter.' }),
  kinds: t.field({ type: [SpeakerKind], description: 'Of one of these kinds.' }),
  affiliation: t.field({ type: AffiliationFilterInput, description: 'Holds or held such an office.' }),
  possibleDuplicatesOf: t.id({
    description: `May be the same as this speaker, by the names and aliases: nearly the same letters, or all words of one in the other, an initial for any name that begins so; at most ${MOST_DUPLICATES}, the most alike. Not the speaker itself, nor one that a person split off from it.`,
  }),
}))

export const speakerList = listType(speakers, {
  filter: SpeakerFilterInput,
  orders: {
    NAME: 'The name, case and diacritics folded.',
    CREATED_AT: 'When they came into the record.',
    UPDATED_AT: 'When they last changed.',
  },
})
