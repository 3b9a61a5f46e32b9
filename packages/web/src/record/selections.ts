import type { SelectArticle, SelectFuzzyDate, SelectStatement } from '@onrecord/sdk'

export const DATE = {
  precision: true,
  basis: true,
  earliest: true,
  latest: true,
} as const satisfies SelectFuzzyDate

/** An article where it is named. */
export const CITED_ARTICLE = {
  id: true,
  title: true,
  url: true,
  site: { id: true, name: true },
  publishedAt: DATE,
} as const satisfies SelectArticle

/** A statement in a list. */
export const CARD = {
  id: true,
  kind: true,
  text: true,
  saidAt: DATE,
  reviewStatus: true,
  speaker: { id: true, name: true },
  article: CITED_ARTICLE,
} as const satisfies SelectStatement

export const PAGE_INFO = { hasNextPage: true, endCursor: true } as const

export const NAMED = { id: true, name: true } as const

/** How many there are; counting stops at 10,000, where nobody asks for more. */
export const COUNT = { value: true, isExact: true } as const

export const POSITION = { start: true, end: true } as const
