import { MOST_PARTS } from '../most-parts.js'
import type { FuzzyDate } from '../write/read-date.js'

/** Most values of each list of a patch. */
export const MOST = { topicIds: 50, bylines: MOST_PARTS.bylines }

/** What the fields of a patch hold. */
export interface ArticleInputs {
  title: string
  url: string
  language: string
  publishedAt: FuzzyDate
  topicIds: readonly string[]
  bylines: readonly { asWritten: string; speakerId?: string | null | undefined }[]
}

/** What is to change of an article: an absent field stays as it is, null empties one that can be empty. */
export type ArticlePatch = { [Field in keyof ArticleInputs]?: ArticleInputs[Field] | null | undefined }
