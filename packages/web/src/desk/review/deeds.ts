import type { RejectionReasonInput } from '@onrecord/sdk'
import type { DeskWrite } from './desk-write.js'
import type { Proposal } from './proposal.js'
import type { Item } from './queue.js'

/** Verified, or rejected for a reason. */
export type Decision =
  | { decision: 'VERIFY' }
  | { decision: 'REJECT'; reason: RejectionReasonInput; note?: string }

/** What was written about one statement, and can be taken back. */
export interface Deed {
  id: string
  /** The key of the write; null when nothing was written, as for what is left for later. */
  key: string | null
  kind: Exclude<DeskWrite['kind'], 'reviews'> | 'later'
  /** The statement as it was before. */
  before: Item
  /** The version that the write made, once it is known. */
  made?: number
}

/** Deeds that are taken back together. */
export interface Done {
  /** For people: "verified", "speaker changed". */
  says: string
  deeds: Deed[]
}

/** A decision that came too late: what was meant, and what stands there now. */
export interface Conflict {
  mine: Proposal
  decision: string
  /** Null when nobody may see it any more. */
  theirs: Proposal | null
}
