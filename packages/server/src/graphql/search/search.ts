import { createHash } from 'node:crypto'
import type { Embed, EmbeddedReader } from '@onrecord/pothos-read-plan'
import { asSql, sql } from '../../database/sql.js'
import { badUserInput } from '../../record/errors.js'
import { checkSearch } from '../../record/lists/conditions.js'
import { decodeCursor, encodeCursor } from '../../record/lists/cursor.js'
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE } from '../../record/lists/page-size.js'
import { NOUN_OF } from '../../record/nouns.js'
import { querySql, type Search, type SearchType } from '../../record/search/matches.js'
import { type FieldText, readHighlights, textsSql } from '../../record/search/read-highlights.js'
import {
  countSql,
  type FoundHits,
  hitsSql,
  mostRead,
  SEARCH_TYPES,
  type SearchFilter,
  type SearchHit,
  searchConditions,
  searchScope,
} from '../../record/search/search-hits.js'
import { READINGS, type Readings, wordsOf } from '../../record/search/search-query.js'
import type { Seeing } from '../../record/viewer.js'
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
  node: object
  score: number
  /** Reads the highlights of all hits of the page together, at the first call. */
  highlights: () => Promise<Highlight[]>
}

/** A page of hits. */
export interface SearchConnection {
  edges: SearchEdge[]
  nodes: object[]
  isCapped: boolean
  hasNextPage: boolean
  /** How many match. Counting stops behind the largest `upTo` that was asked for. */
  count: number
}

/** Where counting stops at the latest. */
export const LARGEST_COUNT = 10_000

/** Where the rows of hits stand in a {@link SearchConnection}. */
export const HIT_PLACES = [{ path: ['edges', 'node'] }, { path: ['nodes'] }]

/** What the SQL of a search gives. */
interface Found extends FoundHits {
  readings: Readings
  texts: FieldText[] | null
  count: number | null
}

/**
 * Searches statements, articles, speakers and topics by words.
 *
 * @throws GraphQLError BAD_USER_INPUT naming the argument.
 */
export function search(args: SearchArguments, seeing: Seeing, embed: Embed) {
  const before = seeing.askedIds.count
  const asked = checkArguments(args, seeing)
  const { types, filter, first, after } = args
  const size = first ?? DEFAULT_PAGE_SIZE
  const hash = createHash('sha256').update(JSON.stringify([args.query, types, filter]))
  const scope = searchScope(hash.digest('base64url').slice(0, 16))
  const from = after == null ? null : decodeCursor(after, scope, 'after')
  const hits = hitsSql(asked, size + 1, from, (type, id) =>
    HIT_PLACES.map((_, at) => asSql(embed.row(at, NOUN_OF[type], sql`t.id = ${id}`))),
  )
  const ids = sql`SELECT (x->>1)::uuid AS id FROM f CROSS JOIN json_array_elements(f.v->'hits') x`
  const texts = embed.selects(['edges', 'highlights']) ? textsSql(ids, asked.types) : sql`NULL`
  const limits = embed.argumentsOf('totalCount').map(({ upTo }) => upTo as number)
  // A limit that is too large is refused where the count is.
  const limit = Math.min(Math.max(0, ...limits), LARGEST_COUNT)
  const count = limit > 0 ? countSql(asked, limit) : sql`NULL`
  return {
    select: sql`WITH ${querySql(asked, (type) => Math.max(mostRead(type), limit + 1))}, f(v) AS MATERIALIZED (${hits}) SELECT json_build_object('capped', f.v->'capped',
      'hits', f.v->'hits', 'readings', ${READINGS}, 'texts', ${texts}, 'count', ${count}) FROM f`,
    varies: seeing.askedIds.count > before,
    read(found: Found, rows: EmbeddedReader, context: Context): SearchConnection {
      const words = wordsOf(found.readings)
      const all = found.hits
      const shown = all.slice(0, size)
      const ofPage = shown.map(([type, id, score, keys]): SearchHit => ({ type, id, score, keys }))
      const highlights = once(() => readHighlights(context, ofPage, found.texts ?? [], words))
      return {
        isCapped: found.capped,
        hasNextPage: all.length > size,
        count: found.count ?? 0,
        edges: shown.map(([type, id, score, keys, row]) => ({
          cursor: encodeCursor(scope, keys),
          node: rows.row(0, NOUN_OF[type], row) as object,
          score,
          highlights: async () => (await highlights()).get(id) ?? [],
        })),
        nodes: shown.map(
          ([type, _id, _score, _keys, _edge, row]) => rows.row(1, NOUN_OF[type], row) as object,
        ),
      }
    },
  }
}

function checkArguments({ query, types, filter, first }: SearchArguments, seeing: Seeing): Search {
  if (types === null) throw badUserInput('types is null: leave it out to search all')
  if (filter === null) throw badUserInput('filter is null: leave it out to not filter')
  if (types?.length === 0) throw badUserInput('types is empty: name a type, or leave it out to search all')
  if (first != null && (first < 1 || first > LARGEST_PAGE)) {
    throw badUserInput(`first is ${first}: ask for 1 to ${LARGEST_PAGE}, and page on with a cursor`)
  }
  for (const [type, value] of Object.entries(filter ?? {})) {
    if (value === null) throw badUserInput(`filter.${type} is null: leave the field out to not filter by it`)
  }
  const searched = [...new Set(types ?? SEARCH_TYPES)]
  const conditions = searchConditions(searched, filter ?? {}, seeing)
  return { query: checkSearch(query, 'query'), types: searched, conditions }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}
