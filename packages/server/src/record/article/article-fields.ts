import type { DateFields } from '../../dates/fuzzy-date.js'

/** An author as printed, and the speaker that the author is. */
export interface BylineFields {
  asWritten: string
  /** Global id; null when not known. */
  speakerId: string | null
}

/**
 * The fields of an article that a person can edit, in the form that revisions hold: ids are global, sets are sorted.
 * `ARTICLE_FIELDS` says how each field is read, written and taken from an input.
 */
export interface ArticleFields {
  title: string
  url: string | null
  language: string | null
  publishedAt: DateFields | null
  bylines: BylineFields[]
  topicIds: string[]
  /** Global id of the newest captured text. Only an ingest changes it. */
  textId: string | null
}
