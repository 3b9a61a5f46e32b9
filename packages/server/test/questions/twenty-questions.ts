import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Service, TEST_KEY } from '../harness/service.js'

const operations = readFileSync(new URL('./questions.graphql', import.meta.url), 'utf8')

/** A question about the record, with the expected answer. */
export interface Question {
  asks: string
  /** The API key, for a question about what the public does not see. */
  key?: string
  variables: object
  /** Takes the short answer out of what the operation gives. `ask` repeats the operation with other variables. */
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own shape
  answer(data: any, ask: (variables: object) => Promise<any>): unknown
  /** The expected short answer. */
  is: unknown
}

/** A node of a list, with the fields that an operation selects. */
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

/** The name of the speaker of a row. */
export const speakerOf = (row: { speaker: { name: string } | null }): string | null =>
  row.speaker?.name ?? null

/** The places of a statement's anchors: "708-826", or "708-826+900-910". */
export const placeOf = (row: { anchors: { position: { start: number; end: number } }[] }): string =>
  row.anchors.map(({ position }) => `${position.start}-${position.end}`).join('+')

/** The words of the text that its author altered or inserted: "(so far)". */
export const alterationsOf = (rows: {
  nodes: {
    article: { text: { content: string } }
    alterations: { position: { start: number; end: number } }[]
  }[]
}): string[] =>
  rows.nodes.flatMap(({ article, alterations }) =>
    alterations.map(({ position }) => article.text.content.slice(position.start, position.end).trim()),
  )

/** The different words that are highlighted in the hits of a search, in lower case. */
export const highlightsOf = (
  edges: { highlights: { fragment: string; ranges: { start: number; end: number }[] }[] }[],
): string[] => {
  const found = edges.flatMap(({ highlights }) =>
    highlights.flatMap(({ fragment, ranges }) => ranges.map(({ start, end }) => fragment.slice(start, end))),
  )
  return [...new Set(found.map((words) => words.toLowerCase()))].sort()
}

/** Reads all pages of a list of statements, and gives the ids in the order in which they came. */
async function allPages(
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

/** The question about the sync, whose answer is the same for every record: all ids that were changed since then come once. */
export const askAboutSync = (since: string, changed: Set<string>): Question => ({
  asks: 'Did everything that changed since my last sync come, once?',
  key: TEST_KEY,
  variables: { since },
  answer: async (data, ask) => {
    const ids = await allPages(data, ask)
    return [new Set(ids).size === ids.length, [...changed].every((id) => ids.includes(id))]
  },
  is: [true, true],
})

/** The question about the last revision of a statement, in which an editor gave it other speakers. */
export const askAboutRevision = (statement: string, speaker: string): Question => ({
  asks: 'Who changed the attribution of the joint statement, from what to what?',
  variables: { statement },
  answer: ({ statement: { version, revisions } }) => {
    const { action, actor, changes } = revisions.nodes[0]
    const { before, after } = changes.find(({ field }: Row) => field === 'attributions')
    return [version, action, actor, before.includes(speaker), after.includes(speaker)]
  },
  is: [2, 'UPDATED', 'local', false, true],
})

/**
 * Asks the questions in order and checks each answer.
 *
 * @returns a line for each question, with its number and its short answer.
 */
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
