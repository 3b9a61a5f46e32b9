import type { SpeakerKind } from '../types.js'
import type { Gender } from './mention.js'
import type { PersonName } from './person-name.js'

/** Somebody or something with a name in this text. */
export interface Entity {
  /** The fullest name seen, or the one given for a known speaker. */
  name: string
  /** Titles in front of the name where it is first printed. */
  title: string
  kind: SpeakerKind
  gender: Gender
  /** The first office that is printed beside the name. */
  role: string | null
  /** All offices that are printed beside the name. */
  offices: Set<string>
  /** All names that the text has for it, in their parts. */
  names: PersonName[]
  /** "sr" or "jr" when the text says so beside the name: "her father, Jonas Moss". */
  generation: string | null
  /** Full mentions; the weight when a surname fits several. */
  count: number
  known: boolean
  /** A name that fits several people and tells nothing of which of them is meant: nobody's words are given to it. */
  doubtful: boolean
}
