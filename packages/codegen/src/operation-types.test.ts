import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { enumTypes } from './enums.js'
import { operationTypes } from './operation-types.js'

const schema = buildSchema(`
  "What it is."
  enum Kind { "Open to all." OPEN CLOSED }
  scalar DateTime
  scalar Blob
  input PierFilter { kind: Kind, kinds: [Kind!], builtBefore: DateTime }
  interface Named { name: String! }
  type Pier implements Named { name: String! kind: Kind! built: DateTime blob: Blob }
  type Gone { at: DateTime! }
  union PierResult = Pier | Gone
  type Query { pier(kind: Kind!, filter: PierFilter): PierResult, named: Named }
`)

const typesOf = async (source: string, scalars = {}) => {
  const files = [{ location: 'a.graphql', document: parse(source) }]
  const { prepend = [], content } = await operationTypes(schema, files, { enums: './enums.js', scalars })
  return [...prepend, content].join('\n').replace(/\s+/g, ' ')
}

describe('enumTypes', () => {
  it('writes an open type for output and a closed type for input', () => {
    const { content } = enumTypes(schema, [], {})
    expect(content).toContain("export type KindInput =\n  /** Open to all. */\n  | 'OPEN'\n  | 'CLOSED'")
    expect(content).toContain('export type Kind = KindInput | (string & {})')
    expect(content).toContain(
      "export const Kind: { readonly [Value in KindInput]: Value } = { OPEN: 'OPEN', CLOSED: 'CLOSED' }",
    )
  })
})

describe('operationTypes', () => {
  it('has closed enums in variables and inputs, and open enums in results', async () => {
    const types = await typesOf(
      'query pier($kind: Kind!, $filter: PierFilter) { pier(kind: $kind, filter: $filter) { ... on Pier { kind } } }',
    )
    expect(types).toContain("import type { KindInput, Kind } from './enums.js'")
    expect(types).toContain(
      'kind?: KindInput | null | undefined; kinds?: Array<KindInput> | null | undefined;',
    )
    expect(types).toContain(
      'PierQueryVariables = { kind: KindInput; filter?: PierFilter | null | undefined; }',
    )
    expect(types).toContain('{ kind: Kind }')
    expect(types).not.toMatch(/Exact|Incremental/)
  })

  it('has a case for members of unions and interfaces that a newer service may add', async () => {
    const types = await typesOf(
      'query q { pier(kind: OPEN) { __typename ... on Gone { at } } named { __typename name ... on Pier { built } } }',
    )
    expect(types).toContain("| { __typename: 'Gone', at: string }")
    expect(types).toContain("| { __typename: '%other' }")
    expect(types).toContain("| { __typename: '%other', name: string }")
  })

  it('maps scalars, and takes unknown and not any for scalars that it does not know', async () => {
    const source = 'query q { pier(kind: OPEN) { ... on Pier { built blob } } }'
    expect(await typesOf(source)).toContain('{ built: string | null, blob: unknown }')
    const mapped = await typesOf(source, { DateTime: './instant.js#Instant', Blob: 'Uint8Array' })
    expect(mapped).toContain("import type { Instant } from './instant.js'")
    expect(mapped).toContain('{ built: Instant | null, blob: Uint8Array | null }')
  })
})
