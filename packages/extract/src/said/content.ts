import type { Range } from '../text/token.js'

/** Where the words stand that a cue reports, as token ranges. */
export interface Content {
  /** In order; none for a run. */
  parts: Range[]
  /** On which side of subject and verb they stand. `RUN`: in the paragraphs that follow. */
  shape: 'BEFORE' | 'AFTER' | 'AROUND' | 'RUN'
}
