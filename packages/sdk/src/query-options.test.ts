import { describe, expect, it } from 'vitest'
import { type Client, createClient } from './client.js'
import { listStatements, StatementReviewDocument, statementReview } from './generated/statement.js'
import { getTopic, TopicDocument, TopicsDocument } from './generated/topic.js'
import { infiniteQueryOptions, queryOptions, swr, swrInfinite } from './query-options.js'
import { query } from './select.js'
import { failureOf, hang, json, scriptedServer } from './testing/scripted-server.js'

const server = scriptedServer()
const client = () => createClient({ url: server.url, apiKey: 'secret', retry: 0 })

const elections = { by: { slug: 'elections' } }
const page = (texts: string[], endCursor: string | null) => ({
  nodes: texts.map((text) => ({ text })),
  pageInfo: { hasNextPage: endCursor !== null, hasPreviousPage: false, startCursor: null, endCursor },
})
const variablesOf = () => server.requests.map(({ body }) => JSON.parse(body).variables)

describe('queryOptions', () => {
  it('asks when its function is called, and not for its key', async () => {
    server.answers = [json({ data: { topic: { name: 'Elections' } } })]
    const { queryKey, queryFn, retry } = queryOptions(client(), getTopic, elections)
    expect(queryKey.slice(0, 3)).toEqual(['onrecord', expect.stringMatching(/^topic$/i), elections])
    expect(retry).toBe(false)
    expect(JSON.stringify(queryKey)).not.toContain('secret')
    expect(server.requests).toHaveLength(0)
    expect(await queryFn()).toEqual({ name: 'Elections' })
    expect(variablesOf()).toEqual([elections])
  })

  it('has one key for what asks for the same, and another for everything else', () => {
    const named = (client: Client) => query(client, { topic: { $: elections, name: true } })
    const slugs = (client: Client) => query(client, { topic: { $: elections, slug: true } })
    const texts = (client: Client) => listStatements(client, { last: 3 }).then(({ nodes }) => nodes)
    const keys = [
      queryOptions(client(), getTopic, elections),
      queryOptions(client(), getTopic, { by: { slug: 'water' } }),
      queryOptions(client(), listStatements),
      queryOptions(client(), listStatements, { first: 3 }),
      queryOptions(client(), named),
      queryOptions(client(), slugs),
      queryOptions(client(), texts),
      infiniteQueryOptions(client(), listStatements),
    ].map(({ queryKey }) => JSON.stringify(queryKey))
    expect(new Set(keys).size).toBe(keys.length)
    const elsewhere = createClient({ url: 'http://127.0.0.1:9/' })
    expect(JSON.stringify(queryOptions(elsewhere, getTopic, elections).queryKey)).toBe(keys[0])
  })

  it('takes a document, with the types of its result and variables', async () => {
    server.answers = [json({ data: { topic: { name: 'Elections' } } })]
    const { queryKey, queryFn } = queryOptions(client(), TopicDocument, elections)
    expect(queryKey).toEqual(queryOptions(client(), getTopic, elections).queryKey)
    expect((await queryFn()).topic?.name).toBe('Elections')
    expect(variablesOf()).toEqual([elections])
    expect(queryOptions(client(), TopicsDocument).queryKey[2]).toEqual({})
    expect(swr(client(), TopicDocument, elections)[0]).toEqual(queryKey)
    const refused = () => {
      // @ts-expect-error: the variables are missing
      queryOptions(client(), TopicDocument)
      // @ts-expect-error: a mutation is no query
      queryOptions(client(), StatementReviewDocument, { input: { id: 'a' } })
    }
    expect(refused).toThrow('a mutation is no query')
  })

  it('gives its signal to the call', async () => {
    server.answers = [hang]
    const controller = new AbortController()
    const call = queryOptions(client(), getTopic, elections).queryFn({ signal: controller.signal })
    controller.abort()
    expect((await failureOf(call)).kind).toBe('aborted')
  })

  it('fails as the operation fails, and refuses what it has no key for', async () => {
    server.answers = [json({ errors: [{ message: 'no' }] })]
    expect((await failureOf(queryOptions(client(), getTopic, elections).queryFn())).message).toBe('no')
    const late = async (client: Client) => {
      await Promise.resolve()
      return client.request('{ __typename }')
    }
    const twice = (client: Client) => Promise.all([getTopic(client, elections), getTopic(client, elections)])
    for (const operation of [late, twice])
      expect(() => queryOptions<unknown, undefined>(client(), operation)).toThrow('asks its client once')
    const review = { input: { statementId: 'a', expectedVersion: 1, decision: 'VERIFY' } } as never
    expect(() => queryOptions(client(), statementReview, review)).toThrow('a mutation is no query')
    expect(server.requests).toHaveLength(1)
  })
})

describe('infiniteQueryOptions', () => {
  it('reads page after page', async () => {
    server.answers = [
      json({ data: { statements: page(['a', 'b'], 'c2') } }),
      json({ data: { statements: page(['c'], null) } }),
    ]
    const filter = { text: 'ferry' }
    const options = infiniteQueryOptions(client(), listStatements, { filter, first: 2 })
    const first = await options.queryFn({ pageParam: options.initialPageParam })
    const cursor = options.getNextPageParam(first)
    const second = await options.queryFn({ pageParam: cursor })
    expect([cursor, options.getNextPageParam(second)]).toEqual(['c2', null])
    expect(variablesOf()).toEqual([
      { filter, first: 2 },
      { filter, first: 2, after: 'c2' },
    ])
  })
})

describe('swr', () => {
  it('gives a key and a function', async () => {
    server.answers = [json({ data: { topic: null } })]
    const [key, fetcher] = swr(client(), getTopic, elections)
    expect(key).toEqual(queryOptions(client(), getTopic, elections).queryKey)
    expect(await fetcher()).toBe(null)
  })

  it('gives the keys of pages as long as there are more', async () => {
    server.answers = [
      json({ data: { statements: page(['a'], 'c1') } }),
      json({ data: { statements: page([], null) } }),
    ]
    const [keyAt, fetcher] = swrInfinite(client(), listStatements, { first: 1 })
    const first = await fetcher(keyAt(0, null) ?? expect.fail('no key'))
    const second = await fetcher(keyAt(1, first) ?? expect.fail('no key'))
    expect(keyAt(2, second)).toBe(null)
    expect(variablesOf()).toEqual([{ first: 1 }, { first: 1, after: 'c1' }])
  })
})
