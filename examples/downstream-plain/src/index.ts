import { createClient } from '@onrecord/sdk'
import { initGraphQLTada } from 'gql.tada'
import { graphql } from './generated/client-preset'
import { generateQueryOp, type QueryGenqlSelection, type QueryResult } from './generated/genql'
import type { introspection } from './generated/tada'

const url = process.env.ONRECORD_URL ?? 'http://127.0.0.1:4000'
const client = createClient({ url: `${url}/graphql` })

const Latest = graphql(`
  query Latest($words: String!) {
    statements(filter: { text: $words }, first: 1) { nodes { text kind speaker { name } } }
  }
`)
const { statements } = await client.request(Latest, { words: 'ferry' })
for (const { kind, text, speaker } of statements.nodes) console.log(`${kind} ${speaker?.name}: ${text}`)

const tada = initGraphQLTada<{ introspection: introspection }>()
// gql.tada's documents are syntax trees.
const Topic = tada(`query Topic($slug: String!) { topic(by: { slug: $slug }) { name parent { name } } }`)
const { topic } = await client.request(Topic, { slug: 'elections' })
console.log(topic?.name, 'is a part of', topic?.parent?.name)

const selection = { sites: { __args: { first: 2 }, nodes: { name: true } } } satisfies QueryGenqlSelection
const { query, variables } = generateQueryOp(selection)
const { sites } = await client.request<QueryResult<typeof selection>, object>(query, variables ?? {})
console.log(sites.nodes.map(({ name }) => name).join(', '))
