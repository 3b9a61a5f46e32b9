import { expect, it } from 'vitest'
import { LateValue } from './late-value.js'

const LONG = '“We sail” — "at noon"\n'.repeat(20_000)

it.each([
  [null],
  ['a'],
  [LONG],
  [[]],
  [{}],
  [{ data: null, errors: [] }],
  [{ data: { a: [1, -2.5, true, null, undefined, 'b'], c: undefined, d: { e: LONG, f: LONG } } }],
  [{ when: new Date(0), list: Array.from({ length: 10_000 }, (_, n) => ({ n, text: `Number ${n}` })) }],
])('writes a value as JSON does: %#', (value) => {
  const late = new LateValue(value)
  const pieces = [...late.pieces()]
  expect(pieces.join('') === JSON.stringify(value)).toBe(true)
  expect(late.length).toBe(JSON.stringify(value).length)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(400_000)
})
