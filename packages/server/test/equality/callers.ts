import type { Database } from '../../src/database/database.js'
import { createService, type Service, TEST_KEY } from '../harness/service.js'
import type { Asking, Caller, Ranking, Rankings } from './reference/asking.js'
import { Eyes } from './reference/eyes.js'
import type { Store } from './reference/store.js'
import { SEARCHES } from './reference/words.js'

/** Somebody who asks a service, by the key that they send. */
export interface Asker {
  caller: Caller
  service: Service
  key: string | undefined
}

const SCOPES = {
  reader: ['READER'],
  editor: ['READER', 'EDITOR'],
  reviewer: ['READER', 'REVIEWER'],
  admin: ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'],
} as const

/** Random operations are larger than what strangers may ask. */
const WIDE = {
  tokens: 100_000,
  depth: 30,
  aliases: 10_000,
  rootFields: 1_000,
  errors: 1_000,
  cost: 1_000_000,
}

/** Callers of all roles, of a service that shows proposals to everybody and of one that does not. */
export async function makeAskers(database: Database): Promise<Asker[]> {
  const askers: Asker[] = []
  for (const publicProposals of [true, false]) {
    const service = createService(database, { publicProposals, limits: WIDE })
    const sight = publicProposals ? 'PROPOSALS' : 'PUBLIC'
    askers.push({ caller: { name: 'anonymous', scopes: SCOPES.reader, sight }, service, key: undefined })
    for (const role of ['reader', 'editor', 'reviewer', 'admin'] as const) {
      const key = await service.key(role)
      const caller: Caller = {
        name: role,
        scopes: SCOPES[role],
        sight: role === 'reader' ? sight : 'EVERYTHING',
      }
      // The first use of a key may be written.
      await service.data('{ viewer { name } }', {}, key)
      askers.push({ caller, service, key })
    }
    await service.data('{ viewer { name } }', {}, TEST_KEY)
  }
  return askers
}

/** What the reference needs to answer a caller. */
export function askingOf({ caller, service, key }: Asker, store: Store, rankings: Rankings): Asking {
  return {
    ...{ store, caller, eyes: new Eyes(store, caller.sight, caller.scopes.includes('ADMIN')), rankings },
    ask: (query, variables) => service.request(query, variables, key),
  }
}

const RANKED = `query ($query: String!, $after: String, $filter: SearchFilter) {
  search(query: $query, first: 100, after: $after, filter: $filter) {
    edges { score cursor node { ... on Node { id } } } pageInfo { hasNextPage endCursor } } }`

/** Asks an admin's service for the score and the cursor of everything that each search finds. */
export async function readRankings({ service }: Asker): Promise<Rankings> {
  const rankings = new Map<string, Ranking>()
  const withBin = { statements: { includeDeleted: true }, articles: { includeDeleted: true } }
  for (const search of SEARCHES) {
    const scores = await readHits(service, { query: search, filter: withBin })
    // A cursor is good for the search without a filter only when it comes from it.
    const found = await readHits(service, { query: search })
    rankings.set(search, {
      scores: new Map(scores.map(({ node, score }) => [node.id, score])),
      cursors: new Map(found.map(({ node, cursor }) => [cursor, node.id])),
    })
  }
  return rankings
}

interface Hit {
  node: { id: string }
  score: number
  cursor: string
}

async function readHits(service: Service, variables: object): Promise<Hit[]> {
  const hits: Hit[] = []
  for (let after: string | null = null, goesOn = true; goesOn; ) {
    const { search } = await service.data(RANKED, { ...variables, after }, TEST_KEY)
    hits.push(...search.edges)
    after = search.pageInfo.endCursor
    goesOn = search.pageInfo.hasNextPage
  }
  return hits
}
