import type { Span, SpeakerKind } from '../types.js'

/** Whether the text speaks of a man or of a woman; null when it does not tell. */
export type Gender = 'm' | 'f' | null

/** A name where it stands, its title included; `from` and `to` are token indices, `to` exclusive. */
export interface Mention extends Span {
  from: number
  to: number
  /** Without titles. */
  name: string
  kind: SpeakerKind
  gender: Gender
  /** Titles in front of the name, as printed; empty when there are none. */
  title: string
  /** Title or office beside the name, as printed. */
  role: string | null
  possessive: boolean
  /** A lone word at the head of a sentence: may be a common noun. */
  initial: boolean
  /** Other names that stand beside this one: the handle of "Ada Moss (@moss)", the nickname of "Maria “Mouse” Okafor". */
  also: string[]
}

/** Makes the mention of somebody of whom the text prints nothing but a name; `at` is its token. */
export const bareMention = ({ start, end }: Span, name: string, at: number): Mention => ({
  start,
  end,
  from: at,
  to: at + 1,
  name,
  kind: 'PERSON',
  title: '',
  gender: null,
  role: null,
  possessive: false,
  initial: false,
  also: [],
})
