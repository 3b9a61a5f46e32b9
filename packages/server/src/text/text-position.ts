/** A range of a text in UTF-16 code units, `end` exclusive. */
export interface TextPosition {
  start: number
  end: number
}
