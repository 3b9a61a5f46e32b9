import { expect } from 'vitest'

/** The expected answer of a ready query in `examples/queries` about the sample articles. */
export interface ExpectedAnswer {
  /** The number of SQL statements. */
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

/** The counts of a facet by label. */
export const countsOf = ({ buckets }: { buckets: { label: string; count: number }[] }) =>
  Object.fromEntries(buckets.map(({ label, count }) => [label, count]))

export const has = (part: object) => expect.objectContaining(part)
