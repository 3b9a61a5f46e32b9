import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Span } from './extract.js'
import { extract } from './extract.js'

const pieces = fc.constantFrom(
  ..."“ ” \" ' ‘ ’ „ « » ‹ › `` '' ( ) [ — – -- : ; , . ? ! …".split(' '),
  ...['e\u0301', '\u202e', '\u05e9\u05dc\u05d5\u05dd', '\u0627\u0644', '\u1100\u1161'],
  ...['\n', '\n\n', ' ', '\u2028', '\r\n', '\0', '\ud800', '\udc00', '😀', 'é', 'İ', '\u200b', '１'],
  ...'„Ja“|sagte|so|er|[t]he|[the pier]|(so far)|[...]|on Tuesday|in a 2019 speech|“Hale said, ‘No.’ Well,”|‘|vowed to|declined to say'.split(
    '|',
  ),
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

const options = fc.record({
  language: fc.constantFrom('en', 'de', 'fr'),
  publishedAt: fc.constantFrom('2021-01-27', 'yesterday', ''),
})

const inOrder = (spans: Span[], from: number, to: number) => {
  let at = from
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(at)
    expect(span.end).toBeGreaterThan(span.start)
    at = span.end
  }
  expect(at).toBeLessThanOrEqual(to)
}

it('takes any text without throwing, gives spans in range and in order, and puts all but white space in one segment', () => {
  fc.assert(
    fc.property(texts, options, (text, given) => {
      const found = extract(text, given)
      inOrder(found.segments, 0, text.length)
      const covered = found.segments.map((span) => text.slice(span.start, span.end)).join('')
      expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      const names = new Set(found.speakers.map((speaker) => speaker.name))
      const slugs = new Set(found.topics.map((topic) => topic.slug))
      let previous = 0
      const { statements } = found
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
        for (const { start, end } of statement.alterations)
          expect(statement.segments.some((span) => span.start <= start && end <= span.end)).toBe(true)
        inOrder(statement.alterations, statement.start, statement.end)
        const { saidAt } = statement
        if (saidAt) {
          inOrder([saidAt], 0, text.length)
          expect(saidAt.asWritten).toBe(text.slice(saidAt.start, saidAt.end))
          expect(saidAt.edtf === null).toBe(saidAt.precision === 'UNKNOWN')
          if (saidAt.latest && given.publishedAt)
            expect(saidAt.earliest && saidAt.earliest <= saidAt.latest).toBe(true)
        }
        const chain = new Set([statement])
        for (let outer = statements[statement.within ?? -1]; outer; outer = statements[outer.within ?? -1]) {
          expect(chain.has(outer)).toBe(false)
          expect(outer.start <= statement.start && statement.end <= outer.end).toBe(true)
          chain.add(outer)
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

it('gives the same result for the same text', () => {
  fc.assert(
    fc.property(texts, options, (text, given) => {
      expect(extract(text, given)).toEqual(extract(text, given))
    }),
    { numRuns: 150 },
  )
})
