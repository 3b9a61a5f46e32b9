import { expect, it } from 'vitest'
import { line } from './line.js'

it.each([
  ['nothing', ''],
  ['white space', ' \t\n\u00a0'],
  ['control characters', '\u0001\u001b'],
  ['characters without a form', '\u200b\ufeff\u202e'],
  ['marks without a letter', '\u0300'.repeat(30)],
  ['marks and characters without a form', '\u200d\u0301 \u0300'],
])('refuses a name of %s', (_what, name) => {
  expect(() => line(name, ['name'])).toThrow('name is empty: pass a name')
})

it('keeps a name in one line, and its marks', () => {
  expect(line(' Dvor\u030c\u00e1k\r\nII ', ['name'])).toBe('Dvo\u0159\u00e1k II')
})
