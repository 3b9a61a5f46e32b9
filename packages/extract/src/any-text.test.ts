import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from './extract.js'
import { extract } from './extract.js'

const pieces = fc.constantFrom(
  ..."“ ” \" ' ‘ ’ „ « » ‹ › `` '' ( ) [ — – -- : ; , . ? ! …".split(' '),
  ...['\n', '\n\n', ' ', '\u2028', '\r\n', '\0', '\ud800', '\udc00', '😀', 'é', 'İ', '\u200b', '１'],
  ...'Ada Moss|Mr. Hale|he|She|the council|said|told reporters|according to|that|adding|and|but|who|“Yes,”|the pier|MOSS:|Leave a Reply'.split(
    '|',
  ),
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')),
)

const inOrder = (spans: Span[], from: number, to: number) => {
  let at = from
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeGreaterThan(span.start)
    at = span.end
  }
  expect(at).toBeLessThanOrEqual(to)
}

test('any text: never throws, spans in range and in order, all but white space in one segment', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = extract(text)
      inOrder(found.segments, 0, text.length)
      const covered = found.segments.map((span) => text.slice(span.start, span.end)).join('')
      expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      const names = new Set(found.speakers.map((speaker) => speaker.name))
      const slugs = new Set(found.topics.map((topic) => topic.slug))
      let previous = 0
      for (const statement of found.statements) {
        expect(statement.start).toBeGreaterThanOrEqual(previous)
        previous = statement.start
        expect(statement.segments.length).toBeGreaterThan(0)
        inOrder(statement.segments, statement.start, statement.end)
        expect(statement.segments[0]?.start).toBe(statement.start)
        expect(statement.segments.at(-1)?.end).toBe(statement.end)
        if (statement.speaker !== null) expect(names).toContain(statement.speaker)
        for (const slug of statement.topics) expect(slugs).toContain(slug)
        if (statement.source) {
          inOrder([statement.source], 0, text.length)
          expect(statement.mention).toBe(text.slice(statement.source.start, statement.source.end))
        }
        expect(statement.confidence).toBeGreaterThanOrEqual(0)
        expect(statement.confidence).toBeLessThanOrEqual(1)
        const body = found.segments.filter((segment) => segment.kind === 'BODY')
        for (const span of statement.segments) {
          expect(body.some((segment) => segment.start <= span.start && span.end <= segment.end)).toBe(true)
        }
      }
      for (const speaker of found.speakers) inOrder(speaker.mentions, 0, text.length)
    }),
    { numRuns: 1500 },
  )
})

test('the same text gives the same result', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(extract(text)).toEqual(extract(text))
    }),
    { numRuns: 150 },
  )
})
