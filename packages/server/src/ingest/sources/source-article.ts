import type { PartialDate } from '../../dates/partial-date.js'

/** How an article came: the format of its source. `FORMATS` says what is known of each. */
export type SourceFormat = 'TEXT' | 'MARKDOWN' | 'HTML'

/** One article as taken from its source, normalised; what extraction and storage work on. */
export interface SourceArticle {
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
