import type { DateFields } from '../../dates/fuzzy-date.js'

/** An author as printed, and who it is, where known. */
export interface BylineFields {
  asWritten: string
  speakerId: string | null
}

/**
 * What a person can edit of an article, as revisions hold it: ids are global, sets are sorted. `ARTICLE_FIELDS` says of
 * each field how it is read, written and taken from an input.
 */
export interface ArticleFields {
  title: string
  url: string | null
  language: string | null
  publishedAt: DateFields | null
  bylines: BylineFields[]
  topicIds: string[]
  /** The newest captured text; an ingest alone changes it. */
  textId: string | null
}
