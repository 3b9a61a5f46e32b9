import { createHash } from 'node:crypto'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'

// The service speaks Apollo's protocol of persisted queries, so Apollo Client and urql say whether it does.

const SITES = gql`
  query Sites {
    sites(first: 1) {
      nodes {
        id
      }
    }
  }
`
const ADD = gql`
  mutation Add($input: TopicUpsertInput!) {
    topicUpsert(input: $input) {
      __typename
    }
  }
`

/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
beforeAll(() => {
  folders = createDataFolders()
})
afterAll(() => folders.remove())

const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex')

/** Fetches, and notes each request in a list: method, status, and whether the text was sent. */
const noting = (/** @type {unknown[]} */ seen) => async (/** @type {any} */ url, /** @type {any} */ init) => {
  const response = await fetch(url, init)
  const given = `${new URL(url).search} ${init?.body}`
  seen.push([init?.method, response.status, /[?&]query=|"query":/.test(given) ? 'text' : 'hash'])
  return response
}

/**
 * The requests with which Apollo Client asks a service twice.
 *
 * @param {string} url
 * @param {boolean} byGet
 */
async function requests(url, byGet) {
  /** @type {unknown[]} */
  const seen = []
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new PersistedQueryLink({ sha256, useGETForHashedQueries: byGet }).concat(
      new HttpLink({ uri: `${url}/graphql`, fetch: noting(seen) }),
    ),
  })
  for (let again = 0; again < 2; again++) {
    const { data } = await client.query({ query: SITES, fetchPolicy: 'network-only' })
    expect(data).toEqual({ sites: expect.objectContaining({ nodes: [] }) })
  }
  return seen
}

/**
 * The requests with which urql asks a service twice, and then lets it write.
 *
 * @param {string} url
 * @param {boolean} byGet
 */
async function urqlRequests(url, byGet) {
  /** @type {unknown[]} */
  const seen = []
  const persisted = persistedExchange({ preferGetForPersistedQueries: byGet, enableForMutation: true })
  const client = new Client({
    url: `${url}/graphql`,
    preferGetMethod: false,
    fetch: noting(seen),
    exchanges: [cacheExchange, persisted, fetchExchange],
  })
  for (let again = 0; again < 2; again++) {
    const { data } = await client.query(SITES, {}, { requestPolicy: 'network-only' }).toPromise()
    expect(data).toEqual({ sites: expect.objectContaining({ nodes: [] }) })
  }
  const { data } = await client.mutation(ADD, { input: { name: 'Ferries' } }).toPromise()
  expect(data).toEqual({ topicUpsert: expect.objectContaining({ __typename: 'ForbiddenError' }) })
  return seen
}

describe('clients with persisted queries', () => {
  it('teaches a service that allows hashes its text, by POST, and then asks by GET', async () => {
    const env = { ONRECORD_PERSISTED: 'allow' }
    const server = await serveCommand(['--data', folders.create('allow')], { env })
    try {
      expect(await requests(server.url, false)).toEqual([
        ['POST', 400, 'hash'],
        ['POST', 200, 'text'],
        ['POST', 200, 'hash'],
      ])
      expect(await requests(server.url, true)).toEqual([
        ['GET', 200, 'hash'],
        ['GET', 200, 'hash'],
      ])
      // Apollo Client has taught it the query, which urql prints alike.
      expect(await urqlRequests(server.url, false)).toEqual([
        ['POST', 200, 'hash'],
        ['POST', 200, 'hash'],
        ['POST', 400, 'hash'],
        ['POST', 200, 'text'],
      ])
      expect(await urqlRequests(server.url, true)).toEqual([
        ['GET', 200, 'hash'],
        ['GET', 200, 'hash'],
        ['POST', 200, 'hash'],
      ])
    } finally {
      await server.end('SIGTERM')
    }
  }, 60_000)

  it('sends texts to a service that takes no hashes, once it was told so', async () => {
    const server = await serveCommand(['--data', folders.create('off')])
    try {
      expect(await requests(server.url, true)).toEqual([
        ['GET', 400, 'hash'],
        ['POST', 200, 'text'],
        ['POST', 200, 'text'],
      ])
      expect(await urqlRequests(server.url, false)).toEqual([
        ['POST', 400, 'hash'],
        ['POST', 200, 'text'],
        ['POST', 200, 'text'],
        ['POST', 200, 'text'],
      ])
    } finally {
      await server.end('SIGTERM')
    }
  }, 60_000)
})
