import { expect, test } from 'vitest'
import { splitParagraphs } from './document.js'

const lines = (text: string) => splitParagraphs(text).map((span) => text.slice(span.start, span.end))

test('every line is a paragraph, without its outer white space', () => {
  expect(lines(' one \r\n\r\n\ttwo\u2028three\n')).toEqual(['one', 'two', 'three'])
  expect(lines('\n \n')).toEqual([])
})

test('lines wrapped at a column are one paragraph', () => {
  const wrapped =
    'The harbour of Ruhn lies at the mouth of the river and\nhas been closed to ships since the storm of last year\nbroke its pier and sank two boats in the basin there\nfor good.'
  expect(lines(`${wrapped}\n\nThe end.`)).toEqual([wrapped, 'The end.'])
})

test('paragraphs without end are cut, never inside a character', () => {
  const text = `a${'😀'.repeat(15_000)}`
  const pieces = lines(text)
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
})
