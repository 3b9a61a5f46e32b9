import type { Extraction } from '@onrecord/extract'

/** An article and what was found in it. */
export interface PageArticle {
  title: string
  /** What tells it from others: the path it was read from. */
  source: string
  text: string
  extraction: Extraction
}
