import { createHash } from 'node:crypto'
import { brandWithType } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { type Row, readRows } from '../../database/rows.js'
import { badUserInput } from '../../record/errors.js'
import { decodeCursor, encodeCursor } from '../../record/lists/cursor.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../../record/lists/read-pages.js'
import { NOUN_OF } from '../../record/nouns.js'
import { readHighlights } from '../../record/search/read-highlights.js'
import {
  countHits,
  readHits,
  SEARCH_TYPES,
  type Search,
  type SearchFilter,
  type SearchHit,
  type SearchType,
  searchConditions,
  searchScope,
} from '../../record/search/search-hits.js'
import { readSearch } from '../../record/search/search-query.js'
import type { Highlight } from '../../text/highlight.js'
import type { Context } from '../context.js'

export interface SearchArguments {
  query: string
  types?: readonly SearchType[] | null | undefined
  filter?: SearchFilter | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}

export interface SearchEdge {
  cursor: string
  node: Row
  score: number
  /** Reads the highlights of all hits of the page together, at the first call. */
  highlights: () => Promise<Highlight[]>
}

/** A page of hits; its parts are read when they are asked for. */
export interface SearchConnection {
  page: () => Promise<{ hits: SearchHit[]; isCapped: boolean; hasNextPage: boolean; cursors: string[] }>
  edges: (info: GraphQLResolveInfo) => Promise<SearchEdge[]>
  count: (upTo: number) => Promise<number>
}

/**
 * Searches statements, articles, speakers and topics by words.
 *
 * @throws GraphQLError BAD_USER_INPUT naming the argument.
 */
export async function search(args: SearchArguments, context: Context): Promise<SearchConnection> {
  const asked = await checkArguments(args, context)
  const words = await readSearch(context, args.query)
  const { types, filter, first, after } = args
  const size = first ?? DEFAULT_PAGE_SIZE
  const hash = createHash('sha256').update(JSON.stringify([args.query, types, filter]))
  const scope = searchScope(hash.digest('base64url').slice(0, 16))
  const from = after == null ? null : decodeCursor(after, scope, 'after')
  const page = once(async () => {
    const { hits, isCapped } = await readHits(context, asked, size + 1, from)
    const shown = hits.slice(0, size)
    const cursors = shown.map(({ keys }) => encodeCursor(scope, keys))
    return { hits: shown, isCapped, hasNextPage: hits.length > size, cursors }
  })
  const highlights = once(async () => readHighlights(context, (await page()).hits, words))
  return {
    page,
    count: (upTo) => countHits(context, asked, upTo),
    async edges(info) {
      const { hits, cursors } = await page()
      const rows = await readFound(context, info, hits)
      // A row that was deleted between the two reads is left out.
      return hits.flatMap(({ id, score }, index) => {
        const node = rows.get(id)
        const shown = async () => (await highlights()).get(id) ?? []
        return node ? [{ cursor: cursors[index] ?? '', node, score, highlights: shown }] : []
      })
    },
  }
}

async function checkArguments(
  { query, types, filter, first }: SearchArguments,
  context: Context,
): Promise<Search> {
  if (types === null) throw badUserInput('types is null: leave it out to search all')
  if (filter === null) throw badUserInput('filter is null: leave it out to not filter')
  if (types?.length === 0) throw badUserInput('types is empty: name a type, or leave it out to search all')
  if (first != null && (first < 1 || first > LARGEST_PAGE)) {
    throw badUserInput(`first is ${first}: ask for 1 to ${LARGEST_PAGE}, and page on with a cursor`)
  }
  for (const [type, value] of Object.entries(filter ?? {})) {
    if (value === null) throw badUserInput(`filter.${type} is null: leave the field out to not filter by it`)
  }
  const conditions = await searchConditions(filter ?? {}, context)
  return { query, types: [...new Set(types ?? SEARCH_TYPES)], conditions }
}

/** Reads the rows of hits, with one SQL statement for each noun among them. @returns the rows by their ids. */
async function readFound(
  context: Context,
  info: GraphQLResolveInfo,
  hits: readonly SearchHit[],
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (const [type, ofType] of Map.groupBy(hits, ({ type }) => type)) {
    const selection = queryFromInfo({ context, info, typeName: NOUN_OF[type], path: pathTo(info) })
    const rows = await readRows(
      context.prisma,
      NOUN_OF[type],
      ofType.map(({ id }) => id),
      selection,
    )
    for (const row of rows) {
      if (!row) continue
      brandWithType(row, NOUN_OF[type] as never)
      found.set(row.id, row)
    }
  }
  return found
}

/** The path from the field that is resolved to its nodes. */
const pathTo = ({ fieldName }: GraphQLResolveInfo) => (fieldName === 'edges' ? ['node'] : [])

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}
