import { readFileSync } from 'node:fs'
import { ApolloClient, HttpLink } from '@apollo/client'
import { StatementReviewDocument, StatementsDocument } from '@onrecord/sdk'
import { Client, fetchExchange } from '@urql/core'
import { cache as apolloCache } from './apollo-cache'
import { tree } from './tree'
import { cache as urqlCache } from './urql-cache'

// Reviews a statement that a list shows, and prints what the list says then, by each cache and without asking again.

const url = 'http://127.0.0.1:4000/graphql'
const headers = { authorization: `Bearer ${readFileSync('key', 'utf8')}` }
const list = tree(StatementsDocument)
const review = tree(StatementReviewDocument)
const variables = { filter: { text: 'ferry' }, first: 2 }

const apollo = new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: apolloCache })
const { data } = await apollo.query({ query: list, variables })
const [first, second] = data?.statements.nodes ?? []
if (!first || !second) throw new Error('the list is too short')
const input = { id: first.id, expectedVersion: first.version, decision: 'VERIFY' } as const
await apollo.mutate({ mutation: review, variables: { input } })
console.log('Apollo:', apollo.readQuery({ query: list, variables })?.statements.nodes[0]?.reviewStatus)

const urql = new Client({
  url,
  preferGetMethod: false,
  fetchOptions: { headers },
  exchanges: [urqlCache, fetchExchange],
})
await urql.query(list, variables)
const other = {
  id: second.id,
  expectedVersion: second.version,
  decision: 'REJECT',
  reason: 'NOT_SPEECH',
} as const
const { data: done } = await urql.mutation(review, { input: other })
const read = await urql.query(list, variables, { requestPolicy: 'cache-only' })
console.log('urql:', done?.statementReview?.__typename, read.data?.statements.nodes[1]?.reviewStatus)
