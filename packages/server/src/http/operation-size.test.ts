import { parse } from 'graphql'
import { expect, it } from 'vitest'
import { sizeOf } from './operation-size.js'

it.each([
  ['{ a }', 0, 0, 1],
  ['{ a { b { c } } }', 2, 0, 1],
  ['{ a { edges { node { b } } } }', 2, 0, 1],
  ['{ a { nodes { b } } }', 2, 0, 1],
  ['{ x: a { y: b } z: __typename }', 1, 3, 2],
  ['{ ...F b } fragment F on Q { c { d } x: e }', 1, 1, 3],
  ['{ ... { a { ... on T { b { c } } } } }', 2, 0, 1],
  ['query A { a } query B { a { b { c } } d }', 2, 0, 2],
  // What is not valid: no such fragment, and one that spreads itself.
  ['{ ...Missing }', 0, 0, 0],
  ['{ ...F } fragment F on Q { a { ...F } }', 1, 0, 1],
  ['fragment F on Q { a }', 0, 0, 0],
  // Introspection has its own limit in graphql-js.
  ['{ __schema { types { fields { type { name } } } } }', 0, 0, 1],
])('measures %s', (text, depth, aliases, rootFields) => {
  expect(sizeOf(parse(text))).toEqual({ depth, aliases, rootFields })
})

it('measures fragments that double each other in no time', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} a { b { ...G } } }`,
  )
  const size = sizeOf(parse(`{ ...F0 } ${fragments.join(' ')} fragment F60 on Q { c } fragment G on Q { d }`))
  expect(size.depth).toBe(2)
  expect(size.rootFields).toBeGreaterThan(2 ** 60)
})
