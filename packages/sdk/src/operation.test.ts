import { describe, expect, it } from 'vitest'
import { OnRecordError } from './error.js'
import { readOperation } from './operation.js'

const read = (text: string, variables: unknown = {}, name?: string) => readOperation(text, variables, name)
const once = (text: string, variables: unknown = {}) => read(text, variables).once

describe('readOperation', () => {
  it.each([
    ['{ a }', 'query', undefined],
    ['query { a }', 'query', undefined],
    ['query Q($a: I = { b: "}" }) @c(d: 1) { a }', 'query', 'Q'],
    ['# mutation\nsubscription S { a }', 'subscription', 'S'],
    ['fragment mutation on T { a } query query { ...mutation }', 'query', 'query'],
    ['"""mutation M""" query Q { mutation: a }', 'query', 'Q'],
    ['fragment F on T { a(b: "mutation M { x }") }mutation M { ...F }', 'mutation', 'M'],
    ['\uFEFF,mutation\r{ a }', 'mutation', undefined],
    ['query Unfinished { a', 'query', 'Unfinished'],
  ])('finds kind and name in %s', (text, kind, name) => {
    expect(read(text)).toMatchObject({ kind, name })
  })

  it('finds the operation that is named, and refuses a document without it', () => {
    const text = 'query A { a } mutation B { b } query B2 { b }'
    expect(read(text, {}, 'B')).toEqual({ kind: 'mutation', name: 'B', once: true })
    expect(read(text, {}, 'B2')).toEqual({ kind: 'query', name: 'B2', once: false })
    expect(() => read(text)).toThrow('3 operations')
    expect(() => read(text, {}, 'C')).toThrow('operationName')
    for (const text of ['', 'hello', 'fragment F on T { a }', '} {', '[object Object]', '"""', '}'])
      expect(() => read(text)).toThrow(OnRecordError)
  })
})

describe('a mutation may be sent twice', () => {
  it.each<[string, string, object?]>([
    [
      'a key in the variable of the input',
      'mutation ($i: I!) { a(input: $i) { b } }',
      { i: { idempotencyKey: 'k' } },
    ],
    ['a variable of any name', 'mutation ($x: I!) { a(input: $x) }', { x: { idempotencyKey: 'k' } }],
    ['a key as a literal', 'mutation { a(input: { b: { c: 1 }, idempotencyKey: "k" }) { d } }'],
    ['a key as a block string', 'mutation { a(input: { idempotencyKey: """k""" }) }'],
    [
      'a key in a variable of its own',
      'mutation ($k: String!) { a(input: { idempotencyKey: $k, b: 1 }) }',
      { k: 'k' },
    ],
    [
      'a key in each of two fields',
      'mutation { a(input: { idempotencyKey: "k" }) b: a(input: $i) }',
      { i: { idempotencyKey: 'l' } },
    ],
    [
      'directives, an alias and __typename',
      'mutation M { __typename b: a(input: $i) @include(if: $on) { c(d: { e: [1] }) } }',
      { i: { idempotencyKey: 'k' }, on: true },
    ],
  ])('when it has %s', (_what, text, variables) => {
    expect(once(text, variables)).toBe(false)
  })

  it.each<[string, string, unknown?]>([
    ['no input', 'mutation { a }'],
    ['an input without a key', 'mutation ($i: I!) { a(input: $i) }', { i: { text: '"idempotencyKey":"k"' } }],
    ['no variables', 'mutation ($i: I!) { a(input: $i) }', null],
    ['an empty key', 'mutation { a(input: { idempotencyKey: "" }) }'],
    ['a blank key as a block string', 'mutation { a(input: { idempotencyKey: """\n  """ }) }'],
    ['an empty key in a variable', 'mutation { a(input: $i) }', { i: { idempotencyKey: '' } }],
    ['a key that is null', 'mutation { a(input: { idempotencyKey: null }) }'],
    ['a key that is no text', 'mutation { a(input: $i) }', { i: { idempotencyKey: 7 } }],
    ['a key further down', 'mutation { a(input: $i) }', { i: { patch: { idempotencyKey: 'k' } } }],
    ['a key further down in the document', 'mutation { a(input: { b: { idempotencyKey: "k" } }) }'],
    ['a key in another variable', 'mutation { a(input: $i) }', { j: { idempotencyKey: 'k' } }],
    ['a second field without a key', 'mutation { a(input: { idempotencyKey: "k" }) b(input: { c: 1 }) }'],
    [
      'a field without a key after an alias',
      'mutation { x: a(input: $i) y: b }',
      { i: { idempotencyKey: 'k' } },
    ],
    [
      'a field without a key after a comment',
      'mutation { a(input: $i) #\r b }',
      { i: { idempotencyKey: 'k' } },
    ],
    ['a key in a comment', 'mutation { a(input: { b: 1 # idempotencyKey: "k"\n}) }'],
    ['a key in a string', 'mutation { a(input: { b: "idempotencyKey: \\"k\\"" }) }'],
    [
      'a key in a default, which the caller may replace',
      'mutation ($i: I = { idempotencyKey: "k" }) { a(input: $i) }',
    ],
    [
      'a fragment, which may hide fields',
      'mutation { ...F } fragment F on Mutation { a(input: { idempotencyKey: "k" }) }',
    ],
    ['the word in its selection', 'mutation { a { input: b { idempotencyKey: c } } }'],
  ])('not when it has %s', (_what, text, variables) => {
    expect(once(text, variables)).toBe(true)
  })

  it('takes linear time to tell', { retry: 2 }, () => {
    const started = performance.now()
    read(`mutation { ${'a(input: { b: [{}] }) '.repeat(30_000)} }`)
    read(`{ a # ${'#'.repeat(300_000)}\n }`)
    read('{'.repeat(300_000))
    expect(() => read('}'.repeat(300_000))).toThrow('0 operations')
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
