import { buildClientSchema, buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { expect, it } from 'vitest'
import { introspection } from './introspection.js'

const schema = (description: string) =>
  buildSchema(`
    ${description}
    interface Named { ${description} name: String! }
    ${description}
    enum Kind { OPEN @deprecated(reason: "Always so.") CLOSED }
    scalar Day @specifiedBy(url: "https://day.example/")
    input By @oneOf { id: ID, names: [String!] }
    input Filter { kind: Kind = CLOSED, old: Int @deprecated }
    type Pier implements Named { name: String! kind: Kind built: Day }
    union Found = Pier
    type Query { find(by: By!, filter: Filter = { kind: OPEN }): [Found!]! }
    type Subscription { named: Named }
  `)

it('has the whole schema without its descriptions', () => {
  const { content } = introspection(schema('"What it is."'), [], {})
  const read = buildClientSchema(JSON.parse(content))
  const print = (one: typeof read) => printSchema(lexicographicSortSchema(one))
  expect(print(read)).toBe(print(schema('')))
  expect(content).not.toMatch(/What it is|null|false|__Type/)
})
