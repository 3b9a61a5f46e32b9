/** How an article came: which converter made its text. */
export type SourceFormat = 'TEXT' | 'MARKDOWN' | 'HTML'

/** One article as taken from its source, normalised; what extraction and storage work on. */
export interface SourceDocument {
  /**
   * Plain text with LF line ends, well-formed UTF-16 without U+0000 and U+FFFF, and with a letter or digit in it.
   * Of a text file it is the content as it stands; of Markdown and HTML the paragraphs, with a blank line between.
   */
  text: string
  /** One line, 1 to 500 code units. */
  title: string
  /** The title is only the name of the file, for the source gives none. */
  titleIsFileName: boolean
  /** As given, absolute, http or https. */
  url: string | null
  /** The same page's one address, see `canonicalUrl`. */
  canonicalUrl: string | null
  siteName: string | null
  /** Lower-case host, from the URL or the metadata, without a leading "www.". */
  siteDomain: string | null
  /** As printed, in order. */
  authors: string[]
  published: PartialDate | null
  /** BCP 47 tag in canonical form, e.g. "en-GB". */
  language: string | null
  externalId: ExternalId | null
  format: SourceFormat
}

/** An id that somebody else gave the article: `doi` and `10.1000/182`. */
export interface ExternalId {
  namespace: string
  value: string
}

/** A date of the Extended Date/Time Format (ISO 8601-2) that may be partial, in the years 1 to 9999. */
export interface PartialDate {
  /** `2026`, `2026-03`, `2026-03-02` or `2026-03-02T10:30:00+01:00`. */
  edtf: string
  /** First day that it can be, `YYYY-MM-DD`; of an instant the day in the offset as written. */
  earliest: string
  /** Last day that it can be, `YYYY-MM-DD`. */
  latest: string
  precision: 'YEAR' | 'MONTH' | 'DAY' | 'INSTANT'
  /** RFC 3339 in UTC with milliseconds when the precision is INSTANT, else null. */
  instant: string | null
  /** `STATED`: the source says it. `EXTERNAL`: taken from the URL. */
  basis: 'STATED' | 'EXTERNAL'
  /** What was read, e.g. "March 2, 2026"; null when it was not words. */
  asWritten: string | null
}
