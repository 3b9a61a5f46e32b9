import { MOST_PARTS } from '../most-parts.js'
import type { FuzzyDate } from '../write/read-date.js'

/** Most values of each list of a patch. */
export const MOST = { topicIds: 50, bylines: MOST_PARTS.bylines }

/** The types of the fields of a patch. */
export interface ArticleInputs {
  title: string
  url: string
  language: string
  publishedAt: FuzzyDate
  topicIds: readonly string[]
  bylines: readonly { asWritten: string; speakerId?: string | null | undefined }[]
}

/** A change to an article. An absent field stays as it is, null empties a field that can be empty. */
export type ArticlePatch = { [Field in keyof ArticleInputs]?: ArticleInputs[Field] | null | undefined }
