import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { argumentTypes } from './argument-types.js'

const schemaOf = (fields: string) =>
  buildSchema(`
    input PierFilter { name: String } input BoatFilter { name: String } input PortFilter { name: String }
    input BoatCloseInput { id: ID! }
    input PierOrder { field: String } input BoatOrder { field: String }
    scalar Date enum TideUnit { HOUR }
    type Boat { id: ID! }
    type Query { ${fields} }
  `)

it('lists the types that neither name nor value tells, as rules and exceptions', () => {
  const schema = schemaOf(`
    piers(first: Int, filter: PierFilter, orderBy: PierOrder, ids: [ID!]!, parentId: ID): Boat
    boats(first: Int!, filter: BoatFilter!, orderBy: BoatOrder): Boat
    ports(filter: PortFilter, orderBy: BoatOrder, at: Date, name: String, open: Boolean): Boat
    tides(unit: TideUnit): Boat
    harbours(filter: PortFilter): Boat
    boatClose(input: BoatCloseInput!): Boat
  `)
  expect([...argumentTypes(schema)]).toEqual([
    ['@harbours', 'Port'],
    ['@ports', 'Boat'],
    ['at', 'Date'],
    ['filter@ports', 'PortFilter'],
    ['unit', '*Unit'],
  ])
})

it('refuses an argument with two types, which a client could not tell apart', () => {
  const schema = buildSchema('type Query { a(n: Int): Query b: B } type B { a(n: Float): Int }')
  expect(() => argumentTypes(schema)).toThrow(
    'the argument n of a has two types, Int and Float: name the fields otherwise',
  )
})
