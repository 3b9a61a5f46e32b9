import {
  type Client,
  createClient,
  getTopic,
  listStatements,
  OnRecordError,
  query,
  StatementKind,
  subscribe,
} from '@onrecord/sdk'
import { graphql } from './gql/index.js'

const Umbrella = graphql(`
  query Umbrella($kinds: [StatementKind!]) {
    statements(filter: { text: "umbrella", kinds: $kinds }, first: 1) {
      nodes {
        kind
        speaker {
          ...Spoken
        }
      }
    }
  }
`)
graphql(`
  fragment Spoken on Speaker {
    name
  }
`)

/** Asks a service in every way that the SDK offers. The results are the same wherever the program runs. */
export async function smoke(url: string) {
  const client = createClient({ url: `${url}/graphql` })
  return {
    page: (await listStatements(client, { first: 3 })).nodes.length,
    paged: await count(listStatements(client, { first: 10 }, { limit: 25 })),
    topic: (await getTopic(client, { by: { slug: 'elections' } }))?.name,
    custom: await custom(client),
    generated: await generated(client),
    tree: await client.request(TREE),
    hooked: await hooked(`${url}/graphql`),
    shared: await shared(client),
    kinds: Object.values(StatementKind).includes('DIRECT'),
    wrong: await failure((async () => createClient({ url: 'nonsense' }))()),
    refused: await failure(listStatements(client, { first: 0 })),
    aborted: await failure(client.request('{ __typename }', {}, { signal: AbortSignal.abort() })),
    unreachable: await failure(
      createClient({ url: 'http://127.0.0.1:9', retry: 0 }).request('{ __typename }'),
    ),
    persisted: await persisted(`${url}/persisted/${crypto.randomUUID()}`),
    live: await live(createClient({ url: `${url}/events` })),
  }
}

const name = (value: string) => ({ kind: 'Name', value })
const TREE = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: name('__typename') }] },
    },
  ],
}

/** The operations that a hook sees, with the status of their answers. */
async function hooked(url: string) {
  const seen: unknown[] = []
  const client = createClient({
    url,
    apiKey: async () => null,
    headers: new Headers({ 'X-App': 'smoke' }),
    onRequest: ({ headers, name }) => {
      headers.set('x-trace', String(name))
    },
    onResponse: ({ request, response }) => {
      seen.push(request.name, request.headers.get('x-trace'), response?.status)
    },
  })
  const withSlug = seen.length > 0
  await query(client, { topics: { $: { first: 1 }, nodes: { name: true, slug: withSlug } } })
  return seen
}

/** Whether two calls that share a request have results of their own. */
async function shared(client: Client) {
  const [a, b] = await Promise.all([
    listStatements(client, { first: 1 }),
    listStatements(client, { first: 1 }),
  ])
  return [a.nodes[0]?.id === b.nodes[0]?.id, a.nodes[0] === b.nodes[0]]
}

async function count(nodes: AsyncIterable<unknown>): Promise<number> {
  let found = 0
  for await (const _ of nodes) found++
  return found
}

async function custom(client: Client) {
  const { topic } = await query(client, {
    topic: { $: { by: { slug: 'elections' } }, parent: { name: true } },
  })
  return topic?.parent?.name
}

async function generated(client: Client) {
  const { statements } = await client.request(Umbrella, { kinds: ['DIRECT'] })
  return statements.nodes.map(({ kind, speaker }) => `${speaker?.name}: ${kind}`)
}

async function failure(call: PromiseLike<unknown>) {
  try {
    return await call
  } catch (error) {
    return error instanceof OnRecordError ? [error.kind, error.code].filter(Boolean).join(' ') : String(error)
  }
}

/** Sends operations by their hash: one of the SDK, and one that the service learns. */
async function persisted(url: string) {
  const only = createClient({ url, persisted: 'only' })
  const auto = createClient({ url, persisted: 'auto' })
  const text = '{ site(by: { domain: "harbour-post.example" }) { name } }'
  return [
    (await listStatements(only, { first: 1 })).nodes.length,
    await failure(only.request(text)),
    await auto.request(text),
    await only.request(text),
  ]
}

/** Reads three events of a subscription and leaves it, and counts the events of an aborted subscription. */
async function live(client: Client) {
  const document = 'subscription ($after: String) { changed(after: $after) { cursor } }'
  const seen: string[] = []
  for await (const { changed } of subscribe<{ changed: { cursor: string } }, object>(client, document)) {
    seen.push(changed.cursor)
    if (seen.length === 3) break
  }
  const ended = await count(subscribe(client, document, {}, { signal: AbortSignal.abort() }))
  return { seen, ended }
}
