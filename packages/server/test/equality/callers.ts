import type { Database } from '../../src/database/database.js'
import { createService, type Service, TEST_KEY } from '../harness/service.js'
import type { Asking, Caller } from './reference/asking.js'
import { Eyes } from './reference/eyes.js'
import type { Store } from './reference/store.js'

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

/** Callers of all roles, of a service that shows proposals to everybody and of one that does not. */
export async function makeAskers(database: Database): Promise<Asker[]> {
  const askers: Asker[] = []
  for (const publicProposals of [true, false]) {
    const service = createService(database, { publicProposals })
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
export function askingOf({ caller, service, key }: Asker, store: Store): Asking {
  const known = new Map<string, Promise<ReadonlyMap<string, number>>>()
  return {
    ...{ store, caller, eyes: new Eyes(store, caller.sight, caller.scopes.includes('ADMIN')) },
    ask: (query, variables) => service.request(query, variables, key),
    scores: (search) => {
      const scores = known.get(search) ?? readScores(service, search)
      known.set(search, scores)
      return scores
    },
  }
}

const SCORES = `query ($query: String!, $after: String) { search(query: $query, first: 100, after: $after, filter: {
    statements: { includeDeleted: true }, articles: { includeDeleted: true } }) {
  edges { score node { ... on Node { id } } } pageInfo { hasNextPage endCursor } } }`

async function readScores(service: Service, query: string): Promise<ReadonlyMap<string, number>> {
  const scores = new Map<string, number>()
  for (let after: string | null = null, goesOn = true; goesOn; ) {
    const { search } = await service.data(SCORES, { query, after }, TEST_KEY)
    for (const { node, score } of search.edges) scores.set(node.id, score)
    after = search.pageInfo.endCursor
    goesOn = search.pageInfo.hasNextPage
  }
  return scores
}
