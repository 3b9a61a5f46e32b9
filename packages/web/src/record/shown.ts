import type { ShownDate } from '../text/fuzzy-date.js'

/** An object that a page leads to. */
export interface Named {
  id: string
  name: string
}

export interface CitedArticle {
  id: string
  title: string
  url: string | null
  site: Named | null
  publishedAt: ShownDate
}

/** What a list shows of a statement. */
export interface CardStatement {
  id: string
  kind: string
  text: string
  saidAt: ShownDate
  reviewStatus: string
  speaker: Named | null
  article: CitedArticle
}

export interface Count {
  value: number
  isExact: boolean
}

export interface FacetData {
  by: string
  isExact: boolean
  buckets: readonly { key: string; label: string; count: number }[]
}

export interface TimelineData {
  isExact: boolean
  undated: number
  buckets: readonly { start: string; end: string; count: number }[]
}
