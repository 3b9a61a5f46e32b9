import { createHash } from 'node:crypto'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders } from '../packages/server/test/harness/data-folder.ts'
import { serveCommand } from '../packages/server/test/harness/run-process.ts'

// The service speaks Apollo's protocol of persisted queries, so Apollo Client says whether it does.

const SITES = gql`
  query Sites {
    sites(first: 1) {
      nodes {
        id
      }
    }
  }
`

/** @type {import('../packages/server/test/harness/data-folder.ts').DataFolders} */
let folders
beforeAll(() => {
  folders = createDataFolders()
})
afterAll(() => folders.remove())

/**
 * The requests with which Apollo Client asks a service twice: method, status, and whether the text was sent.
 *
 * @param {string} url
 * @param {boolean} useGETForHashedQueries
 */
async function requests(url, useGETForHashedQueries) {
  /** @type {unknown[]} */
  const seen = []
  const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex')
  const http = new HttpLink({
    uri: `${url}/graphql`,
    fetch: async (address, init) => {
      const response = await fetch(address, init)
      seen.push([init?.method, response.status, /"query":/.test(String(init?.body)) ? 'text' : 'hash'])
      return response
    },
  })
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(http),
  })
  for (let again = 0; again < 2; again++) {
    const { data } = await client.query({ query: SITES, fetchPolicy: 'network-only' })
    expect(data).toEqual({ sites: expect.objectContaining({ nodes: [] }) })
  }
  return seen
}

describe('Apollo Client with persisted queries', () => {
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
    } finally {
      await server.end('SIGTERM')
    }
  }, 60_000)
})
