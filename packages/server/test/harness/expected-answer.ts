import { expect } from 'vitest'

/** What a ready query of `examples/queries` answers about the sample articles. */
export interface ExpectedAnswer {
  /** SQL statements that it takes. */
  sql: number
  // biome-ignore lint/suspicious/noExplicitAny: each query has its own shape
  answer: (data: any) => void
}

export interface Named {
  name: string
}

export interface Row {
  text: string
  speaker: Named | null
  // biome-ignore lint/suspicious/noExplicitAny: what else was selected
  [field: string]: any
}

export const textsOf = ({ nodes }: { nodes: { text: string }[] }): string[] => nodes.map(({ text }) => text)

export const speakersOf = ({ nodes }: { nodes: Row[] }): (string | undefined)[] =>
  nodes.map(({ speaker }) => speaker?.name)

/** Counts by label, the first of one facet. */
export const countsOf = ({ buckets }: { buckets: { label: string; count: number }[] }) =>
  Object.fromEntries(buckets.map(({ label, count }) => [label, count]))

export const has = (part: object) => expect.objectContaining(part)
