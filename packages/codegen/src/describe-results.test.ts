import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { operationTypes } from './operation-types.js'

const schema = buildSchema(`
  interface Named { "What it is called." name: String! }
  type Pier implements Named { "What the pier is called." name: String! "Its length in metres." length: Int! berths: [Berth!]! }
  type Berth { "Counted from the shore." number: Int! }
  "A quay." type Quay implements Named { "What the quay is called." name: String! }
  type Gone { "When it sank." at: String! name: String! }
  union Result = Pier | Quay | Gone
  type Query { "The longest pier; */ ends nothing." pier(by: Int): Result, named: Named, piers: [Pier!]! }
`)

const typesOf = async (source: string) => {
  const files = [{ location: 'a.graphql', document: parse(source) }]
  return (await operationTypes(schema, files, { enums: './enums.js' })).content
}

describe('describeResults', () => {
  it('writes what the schema says before each field, at any depth and under any alias', async () => {
    expect(await typesOf('query q { all: piers { length berths { no: number } } }')).toContain(`{
  all: Array<{
    /** Its length in metres. */
    length: number,
    berths: Array<{
      /** Counted from the shore. */
      no: number,
    }>,
  }>,
}`)
  })

  it('says of each member of a union what its own type says', async () => {
    const types = await typesOf(
      'query q { pier { __typename ... on Pier { name } ... on Quay { name } ... on Gone { name } } }',
    )
    expect(types).toMatch(/__typename: 'Pier',\s+\/\*\* What the pier is called. \*\/\s+name: string/)
    expect(types).toMatch(/__typename: 'Quay',\s+\/\*\* What the quay is called. \*\/\s+name: string/)
    expect(types).toContain("{ __typename: 'Gone', name: string }")
    expect(types).toContain('/** The longest pier; *\\/ ends nothing. */')
  })

  it('says what the interface says where the member is not known', async () => {
    const types = await typesOf('query q { named { name ... on Pier { length } } }')
    expect(types.match(/\/\*\* What it is called\. \*\//g)?.length).toBeGreaterThan(1)
  })

  it('says nothing where members with one field mean different things', async () => {
    const types = await typesOf('query q { pier { ... on Pier { name } ... on Quay { name } } }')
    expect(types).not.toContain('is called')
  })

  it('describes fragments, those on unions too', async () => {
    const types = await typesOf(`query q { pier { ...Any } piers { ...Long } }
      fragment Any on Result { ... on Pier { name } ... on Gone { at } } fragment Long on Pier { length }`)
    expect(types).toMatch(
      /type LongFragment = \{\s+\/\*\* Its length in metres\. \*\/\s+length: number,\s+\};/,
    )
    expect(types).toMatch(/type Any_Pier_Fragment = \{\s+\/\*\* What the pier is called\. \*\//)
    expect(types).toMatch(/type Any_Gone_Fragment = \{\s+\/\*\* When it sank\. \*\//)
  })
})
