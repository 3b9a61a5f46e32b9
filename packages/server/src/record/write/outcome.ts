/** The object that a write is about. */
export interface Written {
  /** Its UUID. */
  id: string
}

/**
 * What a write did. CREATED: the object is new in the record. UPDATED: the object has a new version. UNCHANGED: the
 * object was there like this, and nothing was written.
 */
export type WriteStatus = 'CREATED' | 'UPDATED' | 'UNCHANGED'

/** What a write did to one object. */
export interface Outcome extends Written {
  status: WriteStatus
}
