import { expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import { each } from './each.js'
import type { StatementKind } from './generated/enums.js'
import { failureOf, type Handler, json, refusal, scriptedServer } from './testing/scripted-server.js'

const server = scriptedServer()

/** Answers with pages of two statements. The cursor is the number of the last statement. */
const pages =
  (count: number): Handler =>
  (request, response, body) => {
    const { variables } = JSON.parse(body)
    const start = Number(/"c(\d+)"/.exec(JSON.stringify(variables))?.[1] ?? 0)
    const nodes = [start + 1, start + 2].filter((each) => each <= count).map((each) => ({ text: `${each}` }))
    const end = start + nodes.length
    const pageInfo = { hasNextPage: end < count, endCursor: `c${end}` }
    json({ data: { speaker: { name: 'Rao', statements: { nodes, pageInfo } } } })(request, response, body)
  }

const ofSpeaker = (limit?: number) =>
  each(
    createClient({ url: server.url }),
    {
      speaker: {
        $: { by: { id: 'S1' } },
        name: true,
        statements: { $: { first: 2 }, nodes: { text: true } },
      },
    },
    limit === undefined ? {} : { limit },
  )

it('reads a connection at any depth, page after page', async () => {
  server.answers = [pages(5)]
  const texts: string[] = []
  for await (const statement of ofSpeaker()) {
    expectTypeOf(statement).toEqualTypeOf<{ text: string }>()
    texts.push(statement.text)
  }
  expect(texts).toEqual(['1', '2', '3', '4', '5'])
  expect(server.requests.map(({ body }) => JSON.parse(body).variables)).toEqual([
    { v0: { id: 'S1' }, v1: 2 },
    { v0: { id: 'S1' }, v1: 2, v2: 'c2' },
    { v0: { id: 'S1' }, v1: 2, v2: 'c4' },
  ])
  expect(JSON.parse(server.requests[1]?.body ?? '').query).toBe(
    'query Speaker($v0:SpeakerBy! $v1:Int! $v2:String!){speaker(by:$v0){name statements(first:$v1 after:$v2){nodes{text} pageInfo{hasNextPage endCursor}}}}',
  )
})

it('reads no more pages than the limit or the loop needs', async () => {
  server.answers = [pages(5)]
  const texts: string[] = []
  for await (const { text } of ofSpeaker(2)) texts.push(text)
  for await (const { text } of ofSpeaker()) {
    texts.push(text)
    break
  }
  expect(texts).toEqual(['1', '2', '1'])
  expect(server.requests).toHaveLength(2)
})

it('gives nothing when an object above the connection is null', async () => {
  server.answers = [json({ data: { speaker: null } })]
  const texts: string[] = []
  for await (const { text } of ofSpeaker()) texts.push(text)
  expect(texts).toEqual([])
})

it('finds the connection in a member of a union, and under an alias', async () => {
  const client = createClient({ url: server.url })
  const page = { nodes: [{ kind: 'DIRECT' }], pageInfo: { hasNextPage: false, endCursor: null } }
  server.answers = [json({ data: { node: { __typename: 'Speaker', statements: page } } })]
  const inMember = each(client, {
    node: { $: { id: 'S1' }, $on: { Speaker: { statements: { nodes: { kind: true } } } } },
  })
  for await (const { kind } of inMember) expectTypeOf(kind).toEqualTypeOf<StatementKind>()
  server.answers = [json({ data: { latest: page } })]
  const named = each(client, { $as: { latest: { statements: { nodes: { kind: true } } } } })
  for await (const { kind } of named) expect(kind).toBe('DIRECT')
  expect(JSON.parse(server.requests[1]?.body ?? '').query).toBe(
    'query Latest{latest:statements{nodes{kind} pageInfo{hasNextPage endCursor}}}',
  )
})

it('rejects a selection without a connection, and rejects when a page fails', async () => {
  const client = createClient({ url: server.url })
  const none = each(client, { topic: { $: { by: { slug: 'a' } }, name: true } })
  await expect(none.next()).rejects.toThrow('select a connection with its nodes')
  server.answers = [refusal('BAD_USER_INPUT', '"c9" is a cursor of another list')]
  expect(await failureOf(ofSpeaker().next())).toMatchObject({ kind: 'bad-request' })
})

it('goes through the connection that is named, whatever else comes with it', async () => {
  const client = createClient({ url: server.url })
  const page = { nodes: [{ text: 'a' }], pageInfo: { hasNextPage: false, endCursor: null } }
  const other = { pageInfo: { hasNextPage: true, endCursor: 'x' }, edges: [{ cursor: 'x' }] }
  server.answers = [json({ data: { articles: other, speaker: { topics: null, statements: page } } })]
  const nodes = each(client, {
    articles: { pageInfo: { hasNextPage: true, endCursor: true }, edges: { cursor: true } },
    speaker: { $: { by: { id: 'S1' } }, statements: { nodes: { text: true } } },
  })
  const texts: string[] = []
  for await (const { text } of nodes) texts.push(text)
  expect(texts).toEqual(['a'])
  expect(server.requests).toHaveLength(1)
})

it('refuses two connections, and a connection in each object of a list', async () => {
  const client = createClient({ url: server.url })
  const two = each(client, {
    speaker: { $: { by: { id: 'S1' } }, statements: { nodes: { id: true } } },
    $as: { all: { topics: { nodes: { id: true } } } },
  })
  expect(await failureOf(two.next())).toMatchObject({
    kind: 'bad-request',
    message: 'each goes through one connection: the selection has speaker.statements and $as.all.topics',
  })
  expect(server.requests).toHaveLength(0)
  server.answers = [json({ data: { statement: { attributions: [{ speaker: null }] } } })]
  const inList = each(client, {
    statement: {
      $: { by: { id: 'S1' } },
      attributions: { speaker: { statements: { nodes: { id: true } } } },
    },
  })
  expect(await failureOf(inList.next())).toMatchObject({
    kind: 'bad-request',
    message: 'attributions is a list: each goes through one connection',
  })
})
