import type { Range } from '../text/token.js'

/** Where the words stand that a cue reports, as token ranges. */
export interface Content {
  /** In order; none for a run, and for words above. */
  parts: Range[]
  /**
   * On which side of subject and verb they stand. `RUN`: in the paragraphs that follow. `ABOVE`: in the quotations before the
   * sentence.
   */
  shape: 'BEFORE' | 'AFTER' | 'AROUND' | 'RUN' | 'ABOVE'
}
