import type { Language } from './language.js'
import { findMentions } from './names.js'
import { readSentence } from './sentence-drafts.js'

/** Direct, mixed and indirect speech. */
export const english: Language = {
  findMentions,
  readSentence,
  pronouns: { he: 'he', she: 'she', they: 'they', it: 'it', his: 'he', her: 'she', their: 'they', its: 'it' },
}
