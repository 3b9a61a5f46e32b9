import type { SourceFormat } from './source-article.js'

/** What a file holds of one article, decoded but not yet read as an article. */
export interface SourceContent {
  content: string
  /** Of the file, for messages and, where there is no better one, the title. */
  name: string
  format: SourceFormat
  /** Where its file is: an absolute path, with the line behind it in a file of several articles. */
  path?: string | undefined
  /** What a reader of the article should know of how the file was read. One line each, without the name of the file. */
  warnings?: readonly string[]
}
