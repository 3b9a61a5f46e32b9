import {
  type Client,
  getTopic,
  type ResultOf,
  type SelectStatement,
  type StatementKind,
  subscribe,
} from '@onrecord/sdk'
import { graphql, type SpokenFragment, UmbrellaDocument, type UmbrellaQuery } from './gql/index.js'

type Same<A, B> = [A, B] extends [B, A] ? true : false
type Node = UmbrellaQuery['statements']['nodes'][number]
const exact: [Same<ResultOf<typeof UmbrellaDocument>, UmbrellaQuery>, Same<Node['kind'], StatementKind>] = [
  true,
  true,
]
const named: Same<NonNullable<Node['speaker']>, SpokenFragment> = true

/** Calls that the types must refuse. This function is never called. */
export async function refused(client: Client) {
  // @ts-expect-error: not one of the kinds that a caller may give
  await client.request(UmbrellaDocument, { kinds: ['LOUD'] })
  // @ts-expect-error: no such variable
  await client.request(UmbrellaDocument, { kind: 'DIRECT' })
  // @ts-expect-error: a document that graphql-codegen has not seen
  graphql('{ __typename }')
  // @ts-expect-error: a query, which is no subscription
  subscribe(client, UmbrellaDocument)
  // @ts-expect-error: no such field
  const selection = { text: true, texts: true } satisfies SelectStatement
  // @ts-expect-error: variables are missing
  await getTopic(client)
  const { statements } = await client.request(UmbrellaDocument)
  // @ts-expect-error: a field that was not asked for
  return [statements.pageInfo, exact, named, selection]
}
