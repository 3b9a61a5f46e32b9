import { findMentions } from '../../names/find-names.js'
import { readSentence } from '../../said/read-clauses.js'
import type { Language } from '../language.js'

/** Direct, mixed and indirect speech. */
export const english: Language = {
  findMentions,
  readSentence,
  pronouns: { he: 'he', she: 'she', they: 'they', it: 'it', his: 'he', her: 'she', their: 'they', its: 'it' },
}
