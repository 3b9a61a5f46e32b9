import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import { listTopics } from './generated/topic.js'
import type { TopicsQuery } from './generated/types.js'
import { failureOf, type Handler, json, refusal, scriptedServer } from './testing/scripted-server.js'

const server = scriptedServer()
type Page = TopicsQuery['topics']

/** Answers with pages of two topics. The cursor is the number of the last topic. */
const pages =
  (count: number): Handler =>
  (request, response, body) => {
    const start = Number(JSON.parse(body).variables?.after ?? 0)
    const nodes = [start + 1, start + 2].filter((each) => each <= count).map((each) => ({ name: `${each}` }))
    const end = start + nodes.length
    const pageInfo = { hasNextPage: end < count, endCursor: `${end}` }
    json({ data: { topics: { nodes, pageInfo } } })(request, response, body)
  }

const topics = (...rest: Parameters<typeof listTopics> extends [unknown, ...infer Rest] ? Rest : never) =>
  listTopics(createClient({ url: server.url, retry: 0 }), ...rest)

async function namesOf(nodes: AsyncIterable<{ name: string }>): Promise<string> {
  let names = ''
  for await (const { name } of nodes) names += name
  return names
}

describe('a list', () => {
  it('is a promise of its first page, which it asks for once', async () => {
    server.answers = [pages(5)]
    const list = topics()
    expect(list).toBeInstanceOf(Promise)
    expectTypeOf(list).toExtend<Promise<Page>>()
    const [first, second] = [await list, await list]
    expect(second).toBe(first)
    expect(await Promise.all([list, list.then(({ nodes }) => nodes.length)])).toEqual([first, 2])
    expect(server.requests).toHaveLength(1)
  })

  it('goes on from the page that was awaited', async () => {
    server.answers = [pages(5)]
    const list = topics()
    await list
    expect(await namesOf(list)).toBe('12345')
    expect(server.requests).toHaveLength(3)
  })

  it('sends nothing until somebody waits for it', async () => {
    server.answers = [pages(5)]
    topics()
    expect(await namesOf(topics({}, { limit: 0 }))).toBe('')
    expect(server.requests).toHaveLength(0)
  })

  it('has catch and finally, which give plain promises', async () => {
    server.answers = [refusal('FORBIDDEN', 'no')]
    let ended = 0
    const list = topics()
    const kind: Page | string = await list
      .finally(() => ended++)
      .catch((error: { kind: string }) => error.kind)
    expect([kind, ended]).toEqual(['unauthorized', 1])
    expect(await list.catch(() => 'caught')).toBe('caught')
    expect(await failureOf(list)).toMatchObject({ message: 'no' })
    expect(await failureOf(namesOf(list))).toMatchObject({ message: 'no' })
    expect(server.requests).toHaveLength(1)
  })

  it('can be returned by an async function, and by a function that must give a promise', async () => {
    server.answers = [pages(2)]
    const load = async () => topics({ first: 2 })
    const promised = async (): Promise<Page> => topics({ first: 2 })
    const options: { queryFn: () => Page | Promise<Page> } = { queryFn: () => topics({ first: 2 }) }
    expectTypeOf(load).returns.toEqualTypeOf<Promise<Page>>()
    for (const run of [load, promised, options.queryFn]) expect((await run()).nodes).toHaveLength(2)
    expect(server.requests).toHaveLength(3)
  })

  it('takes null and undefined for variables that may be absent, such as the cursor of the first page', async () => {
    server.answers = [pages(3)]
    const { pageInfo } = await topics({ after: null, filter: undefined })
    expect(await namesOf(topics({ after: pageInfo.endCursor }))).toBe('3')
    expect(server.requests.map(({ body }) => JSON.parse(body).variables)).toEqual([
      { after: null },
      { after: '2' },
    ])
  })
})
