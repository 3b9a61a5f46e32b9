import type { Extraction } from '@onrecord/extract'

/** An article and the result of its extraction. */
export interface PageArticle {
  title: string
  /** The path that it was read from; the page shows it. */
  source: string
  text: string
  extraction: Extraction
}
