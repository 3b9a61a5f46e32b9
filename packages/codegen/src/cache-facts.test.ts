import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { cacheFacts } from './cache-facts.js'

const schema = buildSchema(`
  interface Node { id: ID! }
  type Pier implements Node { id: ID! size: Size! berths(first: Int, after: String, free: Boolean): BerthConnection! }
  type Berth implements Node { id: ID! }
  type Size { metres: Int! }
  type BerthConnection { nodes: [Berth!]! }
  type Query { node(id: ID!): Node, piers(first: Int, last: Int, before: String): [Pier!]! }
`)

it('tells which types have no id, what unions and interfaces hold, and what asks for another list', () => {
  const { content } = cacheFacts(schema, [], {})
  const constants = content
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, '')
    .replaceAll("'", '"')
  expect(constants).toBe(
    [
      'exportconstembedded:string[]=["Size","BerthConnection"]',
      'exportconstpossibleTypes:Record<string,string[]>={Node:["Pier","Berth"],}',
      'exportconstconnections:Record<string,Record<string,string[]>>={Pier:{"berths":["free"]},}',
    ].join(''),
  )
})
