import { SPEAKING_PRONOUNS } from './data/de/words.js'
import { findGermanMentions } from './german-names.js'
import { readGermanSentence } from './german-speech.js'
import type { Language } from './language.js'

/** Direct speech: „…“, sagte Moss · Moss sagte: „…“ · „…“, so Moss · Moss: „…“. */
export const german: Language = {
  findMentions: findGermanMentions,
  readSentence: readGermanSentence,
  pronouns: SPEAKING_PRONOUNS,
}
