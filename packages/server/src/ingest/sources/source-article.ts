import type { DateFields } from '../../dates/fuzzy-date.js'

/** The format in which an article came. `FORMATS` has what is known about each. */
export type SourceFormat = 'TEXT' | 'MARKDOWN' | 'HTML'

/** One article as it was read from its source. Extraction and storage work on it. */
export interface SourceArticle {
  /**
   * Plain text with LF line ends: well-formed UTF-16 without U+0000 and U+FFFF, and with at least one letter or digit.
   * For a text file, this is the content. For Markdown and HTML, these are the paragraphs with blank lines between them.
   */
  text: string
  /** One line, 1 to 500 code units. */
  title: string
  /** Whether the title is only the name of the file, because the source gives none. */
  titleIsFileName: boolean
  /** The URL as the source gives it: absolute, http or https. */
  url: string | null
  /** The canonical form of `url`, see the function `canonicalUrl`. */
  canonicalUrl: string | null
  siteName: string | null
  /** The host in lower case, from the URL or the metadata, without a leading "www.". */
  siteDomain: string | null
  /** The names of the authors as they are printed, in order. */
  authors: string[]
  published: DateFields | null
  /** BCP 47 tag in canonical form, e.g. "en-GB". */
  language: string | null
  externalId: ExternalId | null
  format: SourceFormat
  /** Where its file is, by which an article without URL and id is found again; absent when it came from no file. */
  path?: string | undefined
}

/** An id that the article has in another system: namespace `doi`, value `10.1000/182`. */
export interface ExternalId {
  namespace: string
  value: string
}
