import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Client } from './client.js'
import type { StatementKind } from './generated/enums.js'
import type { SelectQuery, SelectSpeaker } from './generated/selections.js'
import type { TopicMergeInput } from './generated/types.js'
import { mutate, printSelection, query } from './select.js'

/** A client that answers nothing. These tests are only about types and texts. */
const client = {
  options: { url: '' },
  request: async () => ({}),
  partial: async () => ({ data: {}, errors: [] }),
} as unknown as Client

const speakerFields = { id: true, name: true } as const

describe('query', () => {
  it('infers the type of the result', async () => {
    const result = await query(client, {
      statements: {
        $: { first: 10, filter: { kinds: ['DIRECT'] } },
        nodes: {
          text: true,
          kind: true,
          speaker: { ...speakerFields, affiliations: { role: true } },
          anchors: { position: { start: true } },
        },
        totalCount: { value: true },
      },
      topic: { $: { by: { slug: 'elections' } }, parent: { name: true } },
    })
    expectTypeOf(result).toEqualTypeOf<{
      statements: {
        nodes: {
          text: string
          kind: StatementKind
          speaker: { id: string; name: string; affiliations: { role: string | null }[] } | null
          anchors: { position: { start: number } }[]
        }[]
        totalCount: { value: number }
      }
      topic: { parent: { name: string } | null } | null
    }>()
    expect(result).toEqual({})
  })

  it('narrows members of a union by their __typename', async () => {
    const { articleIngest } = await mutate(client, {
      articleIngest: {
        $: { input: { source: { plainText: 'x' } } },
        $on: {
          ArticleSuccess: { status: true, article: { title: true } },
          ForbiddenError: { requiredScope: true },
        },
      },
    })
    const use = () => {
      if (articleIngest?.__typename === 'ArticleSuccess') return articleIngest.article.title
      if (articleIngest?.__typename === 'ForbiddenError') return articleIngest.requiredScope
      return articleIngest?.__typename
    }
    expect(use()).toBeUndefined()
  })

  it('takes a selection that `satisfies` its type, and what is asked for on a condition', async () => {
    const speaker = { id: true, name: true, affiliations: { role: true } } satisfies SelectSpeaker
    // @ts-expect-error: there is no such field
    const wrong = { nam: true } satisfies SelectSpeaker
    expect(wrong).toBeDefined()
    const [on, off] = [Math.random() < 2, Math.random() > 2]
    const selection = {
      statements: {
        $: { first: off ? 3 : undefined },
        nodes: {
          id: true,
          text: on,
          kind: off,
          speaker: on && speaker,
          article: off && { title: on },
          language: undefined,
        },
      },
      topic: off ? { $: { by: { slug: 'a' } }, name: true } : undefined,
    } as const
    expect(printSelection('query', selection)).toEqual({
      text: 'query Statements{statements{nodes{id text speaker{id name affiliations{role}}}}}',
      variables: {},
    })
    const { statements, topic } = await query(
      { ...client, request: async () => ({ statements: { nodes: [] } }) } as never,
      selection,
    )
    expect(statements.nodes).toEqual([])
    expectTypeOf(topic?.name).toEqualTypeOf<string | undefined>()
    type Node = (typeof statements.nodes)[number]
    expectTypeOf<Node['id']>().toEqualTypeOf<string>()
    expectTypeOf<Node['text']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Node['speaker']>().toEqualTypeOf<
      { id: string; name: string; affiliations: { role: string | null }[] } | null | undefined
    >()
    expectTypeOf<Node['article']>().toEqualTypeOf<{ title: string | undefined } | undefined>()
    expect(printSelection('query', { sites: { nodes: { name: off } } }).text).toBe(
      'query Sites{sites{nodes{__typename}}}',
    )
  })

  it('marks wrong fields, arguments and values where they stand', () => {
    const calls = () => [
      query(client, {
        $as: {
          some: {
            // @ts-expect-error: there is no such field
            statementz: { nodes: { text: true } },
          },
        },
      }),
      query(client, {
        statements: {
          nodes: {
            speaker: {
              // @ts-expect-error: there is no such field, four levels down
              nam: true,
            },
          },
        },
      }),
      // @ts-expect-error: an object needs a selection
      query(client, { statements: true }),
      // @ts-expect-error: a value has no selection
      query(client, { statements: { nodes: { text: { length: true } } } }),
      // @ts-expect-error: an enum takes its own values
      query(client, { statements: { $: { filter: { kinds: ['LOUD'] } }, nodes: { id: true } } }),
      // @ts-expect-error: the argument is missing
      query(client, { topic: { name: true } }),
      // @ts-expect-error: there is no such argument beside one that is right
      query(client, { topic: { $: { by: { slug: 'a' }, first: 1 }, name: true } }),
      // @ts-expect-error: there is no such argument where all may be left out
      query(client, { statements: { $: { first: 1, frist: 2 }, nodes: { id: true } } }),
      query(client, {
        topic: {
          $: { by: { slug: 'a' } },
          parent: {
            // @ts-expect-error: the field takes no arguments
            $: { first: 1 },
            name: true,
          },
        },
      }),
      // @ts-expect-error: a mutation has no such argument
      mutate(client, { topicMerge: { $: { input: {} as TopicMergeInput, dryRun: true }, __typename: true } }),
      // @ts-expect-error: there is no such argument inside an alias
      query(client, { $as: { a: { topic: { $: { by: { slug: 'a' }, last: 1 }, name: true } } } }),
      query(client, {
        $as: {
          some: {
            statements: {
              // @ts-expect-error: the argument is of another type
              $: { first: 'ten' },
              nodes: { id: true },
            },
          },
        },
      }),
    ]
    expect(calls).toBeTypeOf('function')
  })
})

it('gives aliases to fields that are selected twice', async () => {
  const selection = {
    $as: {
      first: { statements: { $: { first: 1 }, nodes: { text: true } } },
      second: { topic: { $: { by: { slug: 'a' } }, name: true } },
    },
    sites: { nodes: { name: true } },
  } as const
  const { first, second, sites } = await query(
    { ...client, request: async () => ({ first: 1, second: 2, sites: 3 }) } as never,
    selection,
  )
  expectTypeOf(first).toEqualTypeOf<{ nodes: { text: string }[] }>()
  expectTypeOf(second).toEqualTypeOf<{ name: string } | null>()
  expectTypeOf(sites).toEqualTypeOf<{ nodes: { name: string }[] }>()
  expect([first, second, sites]).toEqual([1, 2, 3])
  expect(printSelection('query', selection).text).toBe(
    'query Sites($v0:Int! $v1:TopicBy!){first:statements(first:$v0){nodes{text}} second:topic(by:$v1){name} sites{nodes{name}}}',
  )
})

describe('printSelection', () => {
  it('turns arguments into variables, and leaves out undefined values', () => {
    const { text, variables } = printSelection('query', {
      statements: {
        $: { first: 3, after: undefined, filter: { text: 'a "quoted" word' } },
        nodes: { text: true, topics: { $: { first: 2 }, nodes: { name: true } }, id: undefined },
      },
    })
    expect(text).toBe(
      'query Statements($v0:Int! $v1:StatementFilter! $v2:Int!){statements(first:$v0 filter:$v1){nodes{text topics(first:$v2){nodes{name}}}}}',
    )
    expect(variables).toEqual({ v0: 3, v1: { text: 'a "quoted" word' }, v2: 2 })
  })

  it('passes null on, whatever the type of the argument', () => {
    const selection = {
      statements: { $: { first: 2, after: null, filter: null }, nodes: { id: true } },
    } as const
    expectTypeOf(selection).toExtend<SelectQuery>()
    expect(printSelection('query', selection)).toEqual({
      text: 'query Statements($v0:Int!){statements(first:$v0 after:null filter:null){nodes{id}}}',
      variables: { v0: 2 },
    })
  })

  it('prints members of unions as inline fragments', () => {
    const { text } = printSelection('mutation', {
      articleIngest: { $: { input: {} }, $on: { ArticleSuccess: { status: true } } },
    })
    expect(text).toBe(
      'mutation ArticleIngest($v0:ArticleIngestInput!){articleIngest(input:$v0){__typename ...on ArticleSuccess{status}}}',
    )
  })
})
