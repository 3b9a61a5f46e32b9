import type { Mention } from '../names/mention.js'

/** Who a reporting verb belongs to, as token indices of the sentence; `to` is exclusive. */
export interface Subject {
  kind: 'NAME' | 'PRONOUN' | 'NOUN' | 'SELF'
  from: number
  to: number
  mention: Mention | null
  /** Further names of the same subject: "Moss and Hale". */
  others: Mention[]
  /** Follows "who", so that the reported words belong to a relative clause. */
  relative: boolean
}

export const subject = (
  kind: Subject['kind'],
  from: number,
  to: number,
  mention: Mention | null,
): Subject => ({ kind, from, to, mention, others: [], relative: false })
