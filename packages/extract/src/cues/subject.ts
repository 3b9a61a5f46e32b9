import type { Mention } from '../names/mention.js'

/** Who is said to speak, as token indices of the sentence; `to` is exclusive. */
export interface Subject {
  /** `SELF`: the author, or nobody in particular. */
  kind: 'NAME' | 'PRONOUN' | 'NOUN' | 'SELF'
  from: number
  to: number
  /** The name; null for all kinds but `NAME`. */
  mention: Mention | null
  /** Further names of the same subject: "Moss and Hale". */
  others: Mention[]
  /** "who" stands behind it, so that the reported words belong to a relative clause. */
  relative: boolean
}

/** Makes a subject of one. */
export const subject = (
  kind: Subject['kind'],
  from: number,
  to: number,
  mention: Mention | null,
): Subject => ({ kind, from, to, mention, others: [], relative: false })
