import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  buildASTSchema,
  buildSchema,
  execute,
  extendSchema,
  type GraphQLSchema,
  parse,
  validate,
  visit,
} from 'graphql'
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import { articleIngest } from './generated/article.js'
import { StatementKind, type StatementKindInput } from './generated/enums.js'
import { getTopic, listTopics } from './generated/topic.js'
import { mutate, query } from './select.js'
import { failureOf } from './testing/scripted-server.js'

/** The schema from which the SDK was generated. */
const SCHEMA = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')
const NEWER = parse(`
  extend enum StatementKind { CHANTED }
  type QuotaError { code: String! message: String! resetAt: String! }
  extend union ArticleResult = QuotaError
  extend type Topic { colour: String }
  type Mood { name: String! }
  extend type Query { moods: [Mood!]! }
`)
const TOPIC = {
  id: 'T1',
  slug: 'ferries',
  name: 'Ferries',
  aliases: [],
  wikidataId: null,
  version: 1,
  parent: null,
}
const PAGE_INFO = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
const ROOT = {
  topic: () => ({ ...TOPIC, colour: 'blue' }),
  topics: () => ({ nodes: [TOPIC], pageInfo: PAGE_INFO }),
  statements: () => ({ nodes: [{ text: 'Row!', kind: 'CHANTED' }], pageInfo: PAGE_INFO }),
  articleIngest: () => ({ __typename: 'QuotaError', code: 'QUOTA', message: 'enough', resetAt: '2026' }),
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Starts a service with that schema and our error codes. */
async function serve(schema: GraphQLSchema, rootValue: object = ROOT) {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { query, variables } = JSON.parse(body)
    const document = parse(query)
    const errors = validate(schema, document).map(({ message }) => ({
      message,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    }))
    const answer =
      errors.length > 0
        ? { errors }
        : await execute({ schema, document, rootValue, variableValues: variables })
    response
      .writeHead(200, { 'content-type': 'application/graphql-response+json' })
      .end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve)
  })
  return createClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })
}

describe('a newer service', () => {
  const newer = extendSchema(buildSchema(SCHEMA), NEWER)

  it('answers ready-made operations, and passes on values that the SDK does not know', async () => {
    const client = await serve(newer)
    expect(await getTopic(client, { by: { slug: 'ferries' } })).toEqual(TOPIC)
    const names: string[] = []
    for await (const { name } of listTopics(client)) names.push(name)
    expect(names).toEqual(['Ferries'])
    const result = await articleIngest(client, { input: { source: { plainText: 'x' } } })
    expect(result?.__typename).toBe('QuotaError')
  })

  it('passes on unknown enum values and union members, for which the types have a case', async () => {
    const client = await serve(newer)
    const { statements } = await query(client, { statements: { nodes: { text: true, kind: true } } })
    const [statement] = statements.nodes
    expect(statement).toEqual({ text: 'Row!', kind: 'CHANTED' })
    expectTypeOf(statements.nodes[0]?.kind).toEqualTypeOf<StatementKind | undefined>()
    expectTypeOf<'CHANTED'>().toExtend<StatementKind>()
    const { articleIngest: result } = await mutate(client, {
      articleIngest: {
        $: { input: { source: { plainText: 'x' } } },
        $on: { ArticleSuccess: { status: true } },
      },
    })
    const known = () => {
      if (result?.__typename === 'ArticleSuccess') return result.status
      expectTypeOf(result?.__typename).toEqualTypeOf<'%other' | undefined>()
      return 'another'
    }
    expect([result, known()]).toEqual([{ __typename: 'QuotaError' }, 'another'])
  })
})

it('has the values of enums at run time', () => {
  const kinds: StatementKindInput[] = Object.values(StatementKind)
  expect(kinds).toEqual(Object.keys(StatementKind))
  expect(kinds).toEqual(expect.arrayContaining(['DIRECT', 'INDIRECT', 'MIXED']))
  expectTypeOf(StatementKind.DIRECT).toEqualTypeOf<'DIRECT'>()
  // @ts-expect-error: there is no such kind
  expect(StatementKind.LOUD).toBeUndefined()
})

describe('an older service', () => {
  it('refuses fields that it lacks with a hint, and answers the rest', async () => {
    const older = buildASTSchema(
      visit(parse(SCHEMA), {
        ObjectTypeDefinition: (type) => ({
          ...type,
          fields: type.fields?.filter(({ name }) => name.value !== 'wikidataId') ?? [],
        }),
      }),
    )
    const client = await serve(older)
    const failure = await failureOf(getTopic(client, { by: { slug: 'ferries' } }))
    expect(failure).toMatchObject({ kind: 'bad-request', code: 'GRAPHQL_VALIDATION_FAILED' })
    expect(failure.message).toBe(
      'Cannot query field "wikidataId" on type "Topic". (is the service older than this SDK?)',
    )
    const { topic } = await query(client, { topic: { $: { by: { slug: 'ferries' } }, name: true } })
    expect(topic).toEqual({ name: 'Ferries' })
  })
})

describe('a service that breaks its schema', () => {
  it('causes a failure with its error when it gives null for a list', async () => {
    const broken = { ...ROOT, topics: () => null }
    const client = await serve(buildSchema(SCHEMA), broken)
    const failure = await failureOf(listTopics(client))
    expect(failure).toMatchObject({ kind: 'graphql', errors: [{ path: ['topics'] }] })
    expect(failure.message).toContain('Cannot return null for non-nullable field Query.topics')
  })
})
