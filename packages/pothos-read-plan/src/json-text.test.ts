import { describe, expect, it } from 'vitest'
import { JsonText, jsonLength, LongString } from './json-text.js'

const STRINGS: [string, string][] = [
  ['plain', 'The tide turns. '.repeat(20_000)],
  [
    'with every control character',
    Array.from({ length: 65_536 }, (_, code) => String.fromCharCode(code % 160)).join(''),
  ],
  ['with quotes, backslashes and lines', '“We” say "sail"\\\r\n\t'.repeat(10_000)],
  ['of characters with two halves', `a${'🙂'.repeat(100_000)}`],
  ['with halves of characters', 'a\ud800b\udc00\ud83d\ude42\ud800'.repeat(20_000)],
  ['empty', ''],
]

describe('a string that is written late', () => {
  it.each(STRINGS)('is the JSON of a text %s', (_name, text) => {
    const written = [...new LongString(text).pieces()].join('')
    expect(written).toBe(JSON.stringify(text))
    expect(jsonLength(text)).toBe(written.length)
  })

  it('comes in pieces that are short', () => {
    const pieces = [...new LongString('\u0001'.repeat(300_000)).pieces()]
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(400_000)
  })
})

it('puts what is there and what is written late together', () => {
  const text = 'x'.repeat(200_000)
  const json = new JsonText(['{"a":', new LongString(text), '}']).between('[', ',1]')
  expect(JSON.parse(String(json))).toEqual([{ a: text }, 1])
  expect(json.length).toBe(String(json).length)
  expect([...json.pieces()].join('')).toBe(String(json))
})
