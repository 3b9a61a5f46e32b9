import {
  articleIngest,
  type Client,
  createClient,
  getArticle,
  getSpeaker,
  getTopic,
  listArticles,
  listSpeakers,
  listStatements,
  OnRecordError,
} from '@onrecord/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/harness/databases.js'
import { ingestSamples } from '../../test/harness/service.js'
import type { Database } from '../database/database.js'
import { createLogger } from '../http/logger.js'
import { type RunningServer, startServer } from '../http/server.js'
import { createKey } from '../record/api-key/keys.js'

let database: Database
let server: RunningServer
let client: Client

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await ingestSamples(database)
  server = await startServer({
    database,
    logger: createLogger('silent'),
    host: '127.0.0.1',
    port: 0,
    graphiql: false,
    publicProposals: true,
  })
  client = createClient({ url: `${server.url}/graphql` })
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

describe('the SDK with the service', () => {
  it('gives one page of a list, and the whole list', async () => {
    const page = await listStatements(client, { first: 5, filter: { kinds: ['DIRECT'] } })
    expect(page.nodes).toHaveLength(5)
    expect(page.pageInfo.hasNextPage).toBe(true)
    const all: string[] = []
    for await (const { id, kind, anchors } of listStatements(client, { first: 50 })) {
      all.push(id)
      expect(['DIRECT', 'MIXED', 'INDIRECT']).toContain(kind)
      expect(anchors[0]?.quote.exact).toBeTruthy()
    }
    expect(new Set(all).size).toBe(await database.prisma.statement.count())
    let few = 0
    for await (const _ of listSpeakers(client, {}, { limit: 7 })) few++
    expect(few).toBe(7)
  })

  it('gives one object by each of its keys, and null when there is none', async () => {
    const [article] = (await listArticles(client, { first: 1 })).nodes
    const whole = await getArticle(client, { by: { id: article?.id ?? '' } })
    expect(whole?.text.content).toHaveLength(whole?.text.length ?? 0)
    expect(await getTopic(client, { by: { slug: 'elections' } })).toMatchObject({
      parent: { slug: 'politics' },
    })
    expect(await getSpeaker(client, { by: { wikidataId: 'Q1' } })).toBeNull()
  })

  it('writes with a key, and gives expected failures as members of the result', async () => {
    const input = { source: { plainText: 'Quay\n\n“No,” said Anselm Okafor.' } }
    expect(await articleIngest(client, { input })).toMatchObject({
      __typename: 'ForbiddenError',
      requiredScope: 'EDITOR',
    })
    const { key } = await createKey(database.prisma, {
      ...{ name: 'Mara', roles: ['editor'], expiresAt: null },
      ...{ environment: 'live', createdBy: 'test' },
    })
    const editor = createClient({ url: `${server.url}/graphql`, apiKey: key })
    expect(await articleIngest(editor, { input })).toMatchObject({
      __typename: 'ArticleSuccess',
      status: 'CREATED',
    })
    expect(await articleIngest(editor, { input: { source: { plainText: '' } } })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'source'] }],
    })
  })

  it('rejects with the code and message of the service', async () => {
    const failure = Promise.resolve(listStatements(client, { first: 0 }))
    await expect(failure).rejects.toBeInstanceOf(OnRecordError)
    await expect(failure).rejects.toMatchObject({
      kind: 'bad-request',
      code: 'BAD_USER_INPUT',
      message: 'first is 0: ask for 1 to 100, and page on with a cursor',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })
})
