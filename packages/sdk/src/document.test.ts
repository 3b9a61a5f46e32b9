import { parse, print } from 'graphql'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.js'
import { type ResultOf, type TypedDocument, textOf, type VariablesOf } from './document.js'
import { StatementCreateDocument, StatementsDocument } from './generated/statement.js'
import type { StatementsQuery, StatementsQueryVariables } from './generated/types.js'
import { list } from './list.js'
import { subscribe } from './subscribe.js'

const EVERYTHING = String.raw`
  query Everything($a: [Int!]! = [1, 2], $b: In = { c: "d\"e\\", f: [], g: {} } @h, $i: Boolean = false) @j(k: ENUM) {
    l: m(n: $a, o: null, p: -1.5e3, q: true, r: """block "quoted" text""") @include(if: $i) @skip(if: false) { s }
    ... on T @u { v }
    ... @w { x }
    ...F @y
    z(a: "", b: 0, c: { d: { e: $b } })
  }
  fragment F on T @aa { bb ... on Other { name value type kind operation } }
  mutation M { cc }
  subscription { dd }
`

describe('textOf', () => {
  it('gives a text as it is, and one of an object that has one', () => {
    expect(textOf('{ a }')).toBe('{ a }')
    expect(textOf(new String('{ a }'))).toBe('{ a }')
  })

  it.each([
    ['with locations', parse(EVERYTHING)],
    ['without', parse(EVERYTHING, { noLocation: true })],
    ['that went through JSON', JSON.parse(JSON.stringify(parse(EVERYTHING)))],
  ])('prints a syntax tree %s', (_what, tree) => {
    // A block string is printed as a string with the same value.
    const same = EVERYTHING.replace('"""block "quoted" text"""', String.raw`"block \"quoted\" text"`)
    expect(print(parse(textOf(tree)))).toBe(print(parse(same)))
  })
})

describe('TypedDocument', () => {
  it('tells result and variables', () => {
    expectTypeOf<ResultOf<typeof StatementsDocument>>().toEqualTypeOf<StatementsQuery>()
    expectTypeOf<VariablesOf<typeof StatementsDocument>>().toEqualTypeOf<StatementsQueryVariables>()
  })

  it('does not compile where its kind is wrong, and does where it is not known', () => {
    const client = createClient({ url: 'http://127.0.0.1:1/' })
    const live = '' as unknown as TypedDocument<{ a: number }, object, 'subscription'>
    const part = '' as unknown as TypedDocument<{ a: number }, unknown, 'fragment'>
    const unknown = '' as unknown as TypedDocument<{ a: number }, object>
    const calls = () => [
      client.request(unknown, {}),
      subscribe(client, unknown),
      list(client, unknown as TypedDocument<unknown, object>, 'a', {}),
      subscribe(client, live),
      // @ts-expect-error: a subscription
      client.request(live, {}),
      // @ts-expect-error: a subscription
      client.partial(live, {}),
      // @ts-expect-error: a fragment
      client.request(part, {}),
      // @ts-expect-error: a query
      subscribe(client, StatementsDocument),
      // @ts-expect-error: a mutation
      subscribe(client, StatementCreateDocument),
      // @ts-expect-error: a mutation
      list(client, StatementCreateDocument, 'statementCreate', undefined),
    ]
    expect(calls).toBeTypeOf('function')
  })
})
