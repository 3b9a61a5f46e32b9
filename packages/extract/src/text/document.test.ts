import { expect, it } from 'vitest'
import { splitParagraphs } from './document.js'

const lines = (text: string) => splitParagraphs(text).map((span) => text.slice(span.start, span.end))

it('takes every line for a paragraph, without its outer white space', () => {
  expect(lines(' one \r\n\r\n\ttwo\u2028three\n')).toEqual(['one', 'two', 'three'])
  expect(lines('\n \n')).toEqual([])
})

it('joins lines wrapped at a column to one paragraph', () => {
  const wrapped =
    'The harbour of Ruhn lies at the mouth of the river and\nhas been closed to ships since the storm of last year\nbroke its pier and sank two boats in the basin there\nfor good.'
  expect(lines(`${wrapped}\n\nThe end.`)).toEqual([wrapped, 'The end.'])
})

it('cuts paragraphs without end, never inside a character', () => {
  const text = `a${'😀'.repeat(15_000)}`
  const pieces = lines(text)
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
})
