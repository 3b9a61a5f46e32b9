import { expect, it } from 'vitest'
import { declaredCharset } from './declared-charset.js'

it.each([
  ['<meta charset=iso-8859-1>', 'iso-8859-1'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', 'windows-1252'],
  ['<p>charset=x</p>', null],
])('reads from %s the charset %s', (markup, charset) =>
  expect(declaredCharset(Buffer.from(markup))).toBe(charset),
)
