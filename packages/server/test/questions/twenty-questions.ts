import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Service } from '../harness/service.js'

const operations = readFileSync(new URL('./questions.graphql', import.meta.url), 'utf8')

/** One question about a record, and what must be the answer. */
export interface Question {
  asks: string
  /** Of who asks what the public does not see. */
  key?: string
  variables: object
  /** The short answer in what the operation gives; `ask` repeats it with other variables. */
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own shape
  answer(data: any, ask: (variables: object) => Promise<any>): unknown
  is: unknown
}

/** Whatever a node gives that an operation selects. */
export interface Row {
  name: string
  speaker: { name: string } | null
  kind: string
  text: string
  eventPhase: string
  anchors: { position: { start: number; end: number } }[]
  // biome-ignore lint/suspicious/noExplicitAny: what else was selected
  [field: string]: any
}

/** The name of whom a row is attributed to. */
export const speakerOf = (row: { speaker: { name: string } | null }): string | null =>
  row.speaker?.name ?? null

/** Where a statement stands: "708-826", or the same of each of its parts. */
export const placeOf = (row: { anchors: { position: { start: number; end: number } }[] }): string =>
  row.anchors.map(({ position }) => `${position.start}-${position.end}`).join('+')

/** What the marks of an author are, in the text: "(so far)". */
export const alterationsOf = (rows: {
  nodes: {
    article: { text: { content: string } }
    alterations: { position: { start: number; end: number } }[]
  }[]
}): string[] =>
  rows.nodes.flatMap(({ article, alterations }) =>
    alterations.map(({ position }) => article.text.content.slice(position.start, position.end).trim()),
  )

/** What was highlighted in a search's hits, in lower case, each once. */
export const highlightsOf = (
  edges: { highlights: { fragment: string; ranges: { start: number; end: number }[] }[] }[],
): string[] => {
  const found = edges.flatMap(({ highlights }) =>
    highlights.flatMap(({ fragment, ranges }) => ranges.map(({ start, end }) => fragment.slice(start, end))),
  )
  return [...new Set(found.map((words) => words.toLowerCase()))].sort()
}

/** Ids of every page of a list of statements, with how often each came. */
export async function allPages(
  // biome-ignore lint/suspicious/noExplicitAny: the answer of the operation
  data: any,
  // biome-ignore lint/suspicious/noExplicitAny: the answer of the operation
  ask: (variables: object) => Promise<any>,
): Promise<string[]> {
  const ids: string[] = []
  for (let page = data.statements; ; ) {
    ids.push(...page.nodes.map(({ id }: { id: string }) => id))
    if (!page.pageInfo.hasNextPage) return ids
    page = (await ask({ after: page.pageInfo.endCursor })).statements
  }
}

/** Asks questions in order, the first being number 1, and checks every answer. @returns a line for each. */
export async function askAll(service: Service, questions: Question[]): Promise<string[]> {
  const lines: string[] = []
  for (const [index, { asks, key, variables, answer, is }] of questions.entries()) {
    const name = `Q${String(index + 1).padStart(2, '0')}`
    const operation = new RegExp(`^query ${name}\\b[\\s\\S]*?^}$`, 'm').exec(operations)?.[0]
    const ask = (more: object) => service.data(operation ?? '', { ...variables, ...more }, key)
    const given = await answer(await ask({}), ask)
    expect.soft(given, `${name} ${asks}`).toEqual(is)
    const short = JSON.stringify(given).replaceAll('"', '')
    lines.push(`${index + 1}. ${asks} — ${short.length > 200 ? `${short.slice(0, 200)} …` : short}`)
  }
  return lines
}
