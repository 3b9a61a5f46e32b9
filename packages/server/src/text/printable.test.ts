import { expect, it } from 'vitest'
import { printable } from './printable.js'

it.each([
  ['plain, “quoted”, ä, 漢, 🙂\tand\nlines', 'plain, “quoted”, ä, 漢, 🙂\tand\nlines'],
  ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
  ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['a\rb\bc\u0000', 'a\\u000db\\u0008c\\u0000'],
  ['\u009b31m \u007f', '\\u009b31m \\u007f'],
  ['\u202eevil\u202c \u2066x\u2069', '\\u202eevil\\u202c \\u2066x\\u2069'],
])('shows what a terminal would obey in %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

it('leaves JSON what it says', () => {
  const value = { text: 'a\u009b31m\u007f\u001b\u202e' }
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value)
})
