import type { Span } from '../types.js'
import type { Tag } from './tags.js'
import type { VerbForm } from './verb-form.js'

/** A word, a mark, or a whole quotation that stands as one token in the reporter's sentence. */
export interface Token extends Span {
  text: string
  /** Empty for a quotation. */
  lower: string
  kind: 'word' | 'mark' | 'quote'
  /** First letter is upper case. */
  capital: boolean
  /** What the word is by itself; empty for marks and quotations. */
  tags: ReadonlySet<Tag>
  /** The reporting verb that the word is a form of. */
  verb: VerbForm | undefined
  /** Token count of the office that begins here, "prime minister"; 0 when none does. */
  office: number
  /** Share of a quotation's words that begin with a capital as those of a title do, 0 to 1; 0 for anything else. */
  titleShare: number
}

/** Token indices of a sentence, `to` exclusive. */
export interface Range {
  from: number
  to: number
}

/** Tells whether a token stands there and has the tag. */
export const is = (token: Token | undefined, tag: Tag): boolean => token?.tags.has(tag) === true

/** The tags of a mark or a quotation. */
export const NO_TAGS: ReadonlySet<Tag> = new Set()
