import { findGermanMentions } from '../../names/names-beside-cues.js'
import { readGermanSentence } from '../../said/read-quotations.js'
import type { Language } from '../language.js'
import { SPEAKING_PRONOUNS } from './words.js'

/** Direct speech: „…“, sagte Moss · Moss sagte: „…“ · „…“, so Moss · Moss: „…“. */
export const german: Language = {
  findMentions: findGermanMentions,
  readSentence: readGermanSentence,
  pronouns: SPEAKING_PRONOUNS,
}
