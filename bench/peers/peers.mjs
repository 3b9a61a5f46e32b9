/**
 * The programs that are measured. Each asks for ten items in the way of its package's README. Null stands for what a
 * package does not offer.
 *
 * - `consumer`: the program that is bundled, and whose types are counted at import.
 * - `custom`: two queries with selected fields. The types of the second one are counted.
 * - `open`: an expression with the type of an output enum.
 * - `connect`: a module with `ask(url, signal)`, which gives `{ data, errors }` after up to two retries, and
 *   `subscribe(url)`, which gives the events of a stream.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} consumer
 * @property {{ head: string, queries: [string, string] } | null} custom
 * @property {string | null} open
 * @property {string | null} connect
 * @property {string} iterator how a program reads all pages of a list
 */

const QUERY = '{ sites(first: 10) { nodes { name } } }'
const EVENTS = 'subscription ($after: String) { changed(after: $after) { cursor } }'

/** @type {Peer[]} */
export const PEERS = [
  {
    name: '@onrecord/sdk',
    consumer: `import { createClient, listSites } from '@onrecord/sdk'
export const answer = await listSites(createClient({ url: 'https://a.example' }), { first: 10 })`,
    custom: {
      head: `import { createClient, query } from '@onrecord/sdk'
const client = createClient({ url: 'https://a.example' })`,
      queries: [
        'export const a = await query(client, { statements: { $: { first: 10 }, nodes: { text: true, kind: true, speaker: { name: true } } } })\nexport const text: string = a.statements.nodes[0]!.text',
        'export const b = await query(client, { articles: { $: { first: 10 }, nodes: { title: true, site: { name: true } } } })\nexport const title: string = b.articles.nodes[0]!.title',
      ],
    },
    open: 'a.statements.nodes[0]!.kind',
    connect: `import { createClient, subscribe as events } from '@onrecord/sdk'
export const ask = (url, signal) => createClient({ url }).partial('${QUERY}', {}, { signal })
export const subscribe = (url) => events(createClient({ url }), '${EVENTS}')`,
    iterator: '`for await` over every connection',
  },
  {
    name: '@shopify/graphql-client',
    consumer: `import { createGraphQLClient } from '@shopify/graphql-client'
const client = createGraphQLClient({ url: 'https://a.example', headers: {} })
export const answer = await client.request('${QUERY}')`,
    custom: null,
    open: null,
    connect: `import { createGraphQLClient } from '@shopify/graphql-client'
export const ask = (url, signal) => createGraphQLClient({ url, headers: {}, retries: 2 }).request('${QUERY}', { signal })`,
    iterator: 'no',
  },
  {
    name: '@genql/cli',
    consumer: `import { createClient } from './genql/index.js'
export const answer = await createClient({ url: 'https://a.example' }).query({ sites: { __args: { first: 10 }, nodes: { name: true } } })`,
    custom: {
      head: `import { createClient } from './genql/index.js'
const client = createClient({ url: 'https://a.example' })`,
      queries: [
        'export const a = await client.query({ statements: { __args: { first: 10 }, nodes: { text: true, kind: true, speaker: { name: true } } } })\nexport const text: string = a.statements.nodes[0]!.text',
        'export const b = await client.query({ articles: { __args: { first: 10 }, nodes: { title: true, site: { name: true } } } })\nexport const title: string = b.articles.nodes[0]!.title',
      ],
    },
    open: 'a.statements.nodes[0]!.kind',
    connect: `import { createClient } from './genql/index.js'
export const ask = async (url, signal) => ({ data: await createClient({ url, signal }).query({ sites: { nodes: { name: true } } }) })`,
    iterator: 'no',
  },
  {
    name: 'gql.tada',
    consumer: `import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.js'
export const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true }>()
export const document = graphql(\`${QUERY}\`)`,
    custom: {
      head: `import { initGraphQLTada, type ResultOf } from 'gql.tada'
import type { introspection } from './introspection.js'
const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true }>()`,
      queries: [
        'const one = graphql(`query { statements(first: 10) { nodes { text kind speaker { name } } } }`)\nexport declare const a: ResultOf<typeof one>\nexport const text: string = a.statements.nodes[0]!.text',
        'const two = graphql(`query { articles(first: 10) { nodes { title site { name } } } }`)\nexport declare const b: ResultOf<typeof two>\nexport const title: string = b.articles.nodes[0]!.title',
      ],
    },
    open: 'a.statements.nodes[0]!.kind',
    connect: null,
    iterator: '–',
  },
  {
    name: '@urql/core',
    consumer: `import { Client, fetchExchange } from '@urql/core'
const client = new Client({ url: 'https://a.example', exchanges: [fetchExchange] })
export const answer = await client.query('${QUERY}', {})`,
    custom: null,
    open: null,
    connect: `import { Client, fetchExchange } from '@urql/core'
const client = (url, signal) => new Client({ url, preferGetMethod: false, exchanges: [fetchExchange], fetchSubscriptions: true, fetchOptions: { signal } })
export const ask = async (url, signal) => {
  const { data, error } = await client(url, signal).query('${QUERY}', {})
  if (!data) throw error
  return { data, errors: error?.graphQLErrors }
}
export async function* subscribe(url) {
  const results = []
  await new Promise((resolve) => {
    client(url).subscription('${EVENTS}', {}).subscribe((result) => {
      results.push(result)
      if (result.error || !result.hasNext) resolve()
    })
  })
  for (const { data, error } of results) {
    if (error) throw error
    yield data
  }
}`,
    iterator: 'no',
  },
  {
    name: 'graphql-request',
    consumer: `import { GraphQLClient } from 'graphql-request'
export const answer = await new GraphQLClient('https://a.example').request('${QUERY}')`,
    custom: null,
    open: null,
    connect: `import { GraphQLClient } from 'graphql-request'
export const ask = (url, signal) => new GraphQLClient(url, { signal, errorPolicy: 'all' }).rawRequest('${QUERY}')`,
    iterator: 'no',
  },
  {
    name: '@linear/sdk',
    consumer: `import { LinearClient } from '@linear/sdk'
export const answer = await new LinearClient({ apiKey: 'k' }).issues({ first: 10 })`,
    custom: null,
    open: null,
    connect: `import { LinearClient } from '@linear/sdk'
export const ask = (url, signal) => new LinearClient({ apiKey: 'k', apiUrl: url, signal }).client.rawRequest('${QUERY}')`,
    iterator: '`fetchNext()`',
  },
  {
    name: 'stripe',
    consumer: `import Stripe from 'stripe'
export const answer = await new Stripe('k').customers.list({ limit: 10 })`,
    custom: null,
    open: null,
    connect: null,
    iterator: '`for await` over top-level lists',
  },
  {
    name: 'contentful',
    consumer: `import { createClient } from 'contentful'
export const answer = await createClient({ space: 's', accessToken: 't' }).getEntries({ limit: 10 })`,
    custom: null,
    open: null,
    connect: null,
    iterator: 'no',
  },
]
