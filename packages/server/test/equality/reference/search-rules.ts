import { fold } from '../../../src/text/fold.js'
import { type Asking, badInput, globalId, parseId, refusal } from './asking.js'
import { matches } from './filter-rules.js'
import type { ListRule } from './list-rule.js'
import { LISTS } from './lists.js'
import { idOf } from './look-ups.js'
import { countOf, rowsOf } from './pages.js'
import type { Row } from './store.js'

// biome-ignore lint/suspicious/noExplicitAny: arguments of the fields below
type Arguments = any

/** The types that are searched, in the order of hits with equal scores: their lists, and the tables of their words. */
const SEARCHED: Record<
  string,
  { list: ListRule; filter: string; has: (asking: Asking, words: string) => (row: Row) => boolean }
> = {
  SPEAKER: { list: LISTS.speakers, filter: 'speakers', has: inTables({ Speaker: 'id', Alias: 'id' }) },
  TOPIC: { list: LISTS.topics, filter: 'topics', has: inTables({ Topic: 'id', TopicAlias: 'id' }) },
  ARTICLE: {
    list: LISTS.articles,
    filter: 'articles',
    has: inTables({ Article: 'id', ArticleText: 'currentTextId' }),
  },
  STATEMENT: { list: LISTS.statements, filter: 'statements', has: inTables({ Statement: 'id' }) },
}

/** A row has the words of a search in one of the tables, by its column. */
function inTables(tables: Record<string, string>) {
  return (asking: Asking, words: string) => {
    const found = Object.entries(tables).map(([table, column]) => ({
      column,
      ids: matches(asking, table, words),
    }))
    return (row: Row) => found.some(({ column, ids }) => ids.has(row[column]))
  }
}

/**
 * A page of what a search finds. Which objects these are, and their number, follows from plain rules; the scores, by
 * which they are sorted, the highlights and the cursors are those of the service.
 */
export async function search(asking: Asking, args: Arguments) {
  const { query, types, filter, first, after } = args
  if (types === null || filter === null || types?.length === 0) throw badInput()
  const size = first ?? 20
  if (size < 1 || size > 100 || Object.values(filter ?? {}).includes(null)) throw badInput()
  const all = Object.entries(SEARCHED).map(([type, { list, filter: name, has }], place) => {
    const shown = rowsOf(asking, list, asking.store.all(list.noun), filter?.[name] ?? {})
    return { type, place, rows: shown.filter(has(asking, query)) }
  })
  const { scores, cursors } = asking.rankings.get(query) ?? { scores: new Map(), cursors: new Map() }
  const score = (id: string) => scores.get(id) ?? 0
  const found = all
    .filter(({ type }) => types?.includes(type) ?? true)
    .flatMap(({ place, rows }) => rows.map((row) => ({ id: idOf(row), row, place })))
    .toSorted((a, b) => score(b.id) - score(a.id) || a.place - b.place || order(b.row.id, a.row.id))
  // The object at the cursor may be hidden: its place is found among all objects.
  const last = after == null ? null : placeOf(scores, cursors.get(after))
  const next = last === null ? found : found.filter(({ id }) => placeOf(scores, id) > last)
  const service = asked(asking, args)
  const hits = next.slice(0, size)
  return {
    nodes: hits.map(({ row }) => row),
    edges: hits.map(({ id, row }, index) => ({
      ...{ node: row, score: score(id) },
      cursor: async () => (await service()).edges[index]?.cursor,
      highlights: async () => (await service()).edges[index]?.highlights,
    })),
    pageInfo: {
      ...{ hasNextPage: next.length > size, hasPreviousPage: false },
      startCursor: async () => (await service()).edges[0]?.cursor ?? null,
      endCursor: async () => (await service()).edges.at(-1)?.cursor ?? null,
    },
    isComplete: true,
    totalCount: ({ upTo }: { upTo: number }) => {
      if (upTo < 1 || upTo > 10_000) throw badInput()
      return countOf(found.length, upTo)
    },
  }
}

/** A number that grows along the list of all that a search finds, whoever asks. */
function placeOf(scores: ReadonlyMap<string, number>, id: string | undefined): number {
  const place = (one: string) => Object.keys(SEARCHED).indexOf(parseId(one)?.type.toUpperCase() ?? '')
  const all = [...scores.keys()].toSorted(
    (a, b) =>
      (scores.get(b) ?? 0) - (scores.get(a) ?? 0) ||
      place(a) - place(b) ||
      order(parseId(b)?.id ?? '', parseId(a)?.id ?? ''),
  )
  return all.indexOf(id ?? '')
}

const SEARCH = `query ($query: String!, $types: [SearchType!], $filter: SearchFilter, $first: Int, $after: String) {
  search(query: $query, types: $types, filter: $filter, first: $first, after: $after) {
    edges { cursor highlights { field fragment ranges { start end } } } } }`

function asked(asking: Asking, { query, types, filter, first, after }: Arguments) {
  let answer: Promise<Arguments> | undefined
  return () => {
    answer ??= asking.ask(SEARCH, { query, types, filter, first, after }).then(({ data }) => data.search)
    return answer
  }
}

const MATCH = `query ($text: String!, $minSimilarity: Float!, $limit: Int) {
  matchQuote(text: $text, minSimilarity: $minSimilarity, limit: $limit) {
    similarity statement { id } matched { start end } position { start end } } }`

/** The statements that have the words of a quotation: which, and how similar, as the service says. */
export async function matchQuote(asking: Asking, args: Arguments) {
  const { data, errors } = await asking.ask(MATCH, args)
  if (errors?.[0]) throw refusal(errors[0].extensions.code)
  return data.matchQuote.map(({ statement, ...match }: { statement: { id: string } }) => {
    const row = asking.store.get('Statement', parseId(statement.id)?.id ?? null)
    if (!asking.eyes.sees('Statement', row))
      throw new Error(`the service gives a hidden statement: ${statement.id}`)
    return { ...match, statement: row }
  })
}

const SUGGESTED = {
  SPEAKER: ['Speaker', 'Alias', 'speakerId'],
  TOPIC: ['Topic', 'TopicAlias', 'topicId'],
} as const

interface Named {
  row: Row
  name: string
  folded: string
  begins: boolean
}

/** Names with words that begin as typed: those that begin so first, and each object once. */
export function suggest(asking: Asking, { prefix, types, limit }: Arguments) {
  const size = limit ?? 10
  if (types === null || types?.length === 0 || size < 1 || size > 50 || prefix.length > 100) throw badInput()
  if (!/[\p{L}\p{N}]/u.test(prefix)) throw badInput()
  const typed = fold(prefix)
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  const wanted: (keyof typeof SUGGESTED)[] = types ?? ['SPEAKER', 'TOPIC']
  const best = [...new Set(wanted)].flatMap((type) => {
    const [table, aliases, owner] = SUGGESTED[type]
    return asking.store.all(table).flatMap((row): Named[] => {
      if (!asking.eyes.sees(table, row)) return []
      const names = [row, ...asking.store.where(aliases, owner, row.id)]
        .map(({ name, nameFolded }) => ({
          row,
          name,
          folded: nameFolded,
          begins: nameFolded.startsWith(typed),
        }))
        .filter(({ folded }) => {
          const parts = folded.split(/[^\p{L}\p{N}]+/u)
          return words.every((word) => parts.some((part: string) => part.startsWith(word)))
        })
        .toSorted(
          (a, b) =>
            Number(b.begins) - Number(a.begins) || a.name.length - b.name.length || order(a.name, b.name),
        )
      return names.slice(0, 1)
    })
  })
  return best
    .toSorted(
      (a, b) => Number(b.begins) - Number(a.begins) || order(a.folded, b.folded) || order(a.row.id, b.row.id),
    )
    .slice(0, size)
    .map(({ name, row }) => ({ name, node: row }))
}

const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

export const nodeIdOf = ({ type, absorbedId }: Row): string =>
  globalId({ SPEAKER: 'Speaker', TOPIC: 'Topic' }[type as 'TOPIC'], absorbedId)
