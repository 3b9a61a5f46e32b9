import { readFileSync } from 'node:fs'
import { ApolloClient, gql as apolloGql, HttpLink } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { cache as apolloCache } from './apollo-cache'
import { cache as urqlCache } from './urql-cache'

// Asks the operations in operations.json, and prints those whose answers a cache changed.

interface Operation {
  name: string
  query: string
  variables: Record<string, unknown>
}

const url = 'http://127.0.0.1:4000/graphql'
const apollo = new ApolloClient({ link: new HttpLink({ uri: url }), cache: apolloCache })
const urql = new Client({ url, preferGetMethod: false, exchanges: [urqlCache, fetchExchange] })

const operations: Operation[] = JSON.parse(readFileSync('operations.json', 'utf8'))

/** The answer without the `__typename`s that caches add. */
const bare = (value: unknown) =>
  JSON.stringify(value, (key, inner) => (key === '__typename' ? undefined : inner))

let count = 0
for (const { name, query, variables } of operations) {
  const body = JSON.stringify({ query, variables })
  const plain = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const { data, errors } = (await plain.json()) as { data: unknown; errors?: unknown }
  // The samples have no documents, events or places to look up.
  if (errors) continue
  count++
  const byApollo = await apollo.query({ query: apolloGql(query), variables })
  const byUrql = await urql.query(query, variables)
  const wanted = bare(data)
  if (bare(byApollo.data) !== wanted) console.log(`Apollo: ${name}`)
  if (bare(byUrql.data) !== wanted) console.log(`urql: ${name} ${byUrql.error ?? ''}`)
}
console.log(`${count} answers`)
