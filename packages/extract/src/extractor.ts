import type { Extraction, ExtractOptions } from './types.js'

/** Finds who says what in the text of one article: the rules of this package, or something in their place. */
export interface Extractor {
  /** How it works; becomes part of the provenance of each statement, beside `Extraction.extractor`. */
  method: 'RULE' | 'MODEL'
  /**
   * Offsets in the result are UTF-16 code units of `text`, ends exclusive. A statement's segments may carry their
   * `words`, so that the caller notices offsets that were counted otherwise.
   *
   * @throws whatever kept it from its work: it throws rather than give a part of the statements.
   */
  extract(text: string, options: ExtractOptions): Extraction | Promise<Extraction>
}
