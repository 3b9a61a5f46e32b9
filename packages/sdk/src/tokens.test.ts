import { describe, expect, it } from 'vitest'
import { tokensOf } from './tokens.js'

describe('tokensOf', () => {
  it.each([
    ['names, numbers and signs', 'query Q($n: Int = -1.5) { a }', 'query Q ( $ n : Int = - 1 . 5 ) { a }'],
    ['no white space, commas or comments', 'a,\tb # c { d }\r# e\n\uFEFF f', 'a b f'],
    ['spreads', '{ ...F ... on T { a } }', '{ . . . F . . . on T { a } }'],
  ])('gives %s', (_what, text, tokens) => {
    expect(tokensOf(text).join(' ')).toBe(tokens)
  })

  it.each([
    ['an empty string', '"" b', ['""', 'b']],
    ['a string with brackets and comments', String.raw`"} # \" { \\" b`, [String.raw`"} # \" { \\"`, 'b']],
    ['a string without an end, up to the line end', '"a\nb', ['"a', 'b']],
    ['a string that ends in a backslash', '"a\\\nb', ['"a\\', 'b']],
    ['an empty block string', '"""""" b', ['""""""', 'b']],
    ['a block string over lines', '"""a " "" \\ \n# b""" c', ['"""a " "" \\ \n# b"""', 'c']],
    ['escaped quotes in a block string', String.raw`"""a \""" b""" c`, [String.raw`"""a \""" b"""`, 'c']],
    ['escaped quotes before the end', String.raw`"""\"""""" c`, [String.raw`"""\""""""`, 'c']],
    ['a block string without an end', '"""a', ['"""a']],
  ])('takes %s for one token', (_what, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
  })

  it.each([
    ['#', '{ a #'.padEnd(28)],
    ['# #', '{ a '],
    ['"', ''],
    ['"""', '{ '],
    ['\\"""', '"""'],
    ['"\\', ''],
    ['{', ''],
    ['}{', 'mutation'],
    [' ,\n', 'query'],
    ['a', ''],
    ['a\\"b', '"'],
    ['a "" \\b', '"""'],
  ])('takes linear time for many %j', { retry: 2 }, (part, start) => {
    const started = performance.now()
    tokensOf(start + part.repeat(300_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
