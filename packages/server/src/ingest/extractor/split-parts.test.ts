import { extract } from '@onrecord/extract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findWords } from './find-words.js'
import { splitParts } from './split-parts.js'

const texts = fc
  .array(fc.constantFrom('Word ', 'no', '. ', '“', '”', '🐟', '\n\n', ' '), { maxLength: 200 })
  .map((all) => all.join(''))

it('puts every character of the body into one part, in order, and makes no part too long', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, limit) => {
      const { segments } = extract(text)
      const parts = splitParts(text, segments, limit)
      const words = (spans: readonly { start: number; end: number }[]) =>
        spans.map(({ start, end }) => text.slice(start, end))
      expect(words(parts.flat()).join('')).toBe(
        words(segments.filter(({ kind }) => kind === 'BODY')).join(''),
      )
      for (const part of parts) {
        const all = words(part)
        expect(all.join('').length).toBeLessThanOrEqual(limit)
        expect(all.every((piece) => piece !== '' && piece.isWellFormed())).toBe(true)
      }
    }),
  )
})

it('cuts a long paragraph after a sentence, or else after a word', () => {
  const cut = (text: string) =>
    splitParts(text, [{ start: 0, end: text.length, kind: 'BODY' }], 20).map(([span]) =>
      text.slice(span?.start, span?.end),
    )
  expect(cut('“We sail,” he said. The quay is sound.')).toEqual([
    '“We sail,” he said. ',
    'The quay is sound.',
  ])
  expect(cut('the quay is sound and we sail')).toEqual(['the quay is sound ', 'and we sail'])
})

it('finds words only where they stand', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
      const words = text.slice(from % (text.length + 1)).slice(0, length % 40)
      const found = findWords(text, words, { start: 0, end: text.length })
      const squeezed = words.replace(/\s+/g, ' ').trim()
      for (const { start, end } of found) expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(squeezed)
    }),
  )
})

it.each([
  ['no', 'no, not now, NO, no.', [0, 17]],
  ['(so far)', 'all (so far) is (so far', [4]],
  ['a.c', 'abc a.c', [4]],
  ['at noon', 'at\n  noon', [0]],
  ['正午', '在正午出发', [1]],
  ['', 'text', []],
  ['\uDC1F', '🐟', []],
])('finds %j in %j', (words, text, starts) => {
  expect(findWords(text, words, { start: 0, end: text.length }).map(({ start }) => start)).toEqual(starts)
})
