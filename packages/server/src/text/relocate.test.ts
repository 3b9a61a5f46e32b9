import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlap, placeOf, relocate } from './relocate.js'

/** Few different characters, so that words repeat; one of them is a surrogate pair. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🎈', '\n'), minLength: 1, maxLength: 60 })
const range = (length: number) =>
  fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
const place = text.chain((content) =>
  range(content.length).map(([start, end]) => ({ content, ...placeOf(content, start, end) })),
)

it('keeps the place of words in a text that did not change', () => {
  fc.assert(
    fc.property(place, ({ content, ...was }) => {
      expect(relocate(was, content)).toEqual({ status: 'EXACT', start: was.start, end: was.end })
    }),
  )
})

it('finds only the same words, and only when no other place is possible', () => {
  fc.assert(
    fc.property(place, text, ({ content: _, ...was }, changed) => {
      const found = relocate(was, changed)
      const places = placesOf(changed, was.exact)
      if ('start' in found) {
        expect(changed.slice(found.start, found.end)).toBe(was.exact)
        const around = was.prefix + was.exact + was.suffix
        if (places.length > 1) expect(changed.startsWith(around, found.start - was.prefix.length)).toBe(true)
      } else {
        expect(found.status).toBe(places.length === 0 ? 'ORPHANED' : 'AMBIGUOUS')
      }
    }),
    { numRuns: 1000 },
  )
})

it('tells two places apart by the text around them', () => {
  const before = 'She said “No.” Then he left.'
  const was = placeOf(before, 9, 14)
  expect(was.exact).toBe('“No.”')
  expect(relocate(was, `He said “No.” first. ${before}`)).toEqual({ status: 'MOVED', start: 30, end: 35 })
  expect(relocate(was, 'He said “No.” first. They said “No.” as well.')).toEqual({ status: 'AMBIGUOUS' })
  expect(relocate(was, 'He said “No.” first.')).toEqual({ status: 'MOVED', start: 8, end: 13 })
  expect(relocate(was, 'He said “no.”')).toEqual({ status: 'ORPHANED' })
})

it('never cuts a surrogate pair around a place', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (before, after) => {
      const content = `${'🎈'.repeat(before)}a${'🎈'.repeat(after)}`
      const { prefix, suffix } = placeOf(content, before * 2, before * 2 + 1)
      expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true])
    }),
  )
})

it('measures the overlap of two ranges from 0 to 1', () => {
  expect(overlap({ start: 0, end: 4 }, { start: 4, end: 8 })).toBe(0)
  expect(overlap({ start: 0, end: 4 }, { start: 0, end: 4 })).toBe(1)
  expect(overlap({ start: 0, end: 4 }, { start: 2, end: 6 })).toBeCloseTo(1 / 3)
})

function placesOf(content: string, words: string): number[] {
  const places: number[] = []
  for (let at = content.indexOf(words); at >= 0; at = content.indexOf(words, at + 1)) places.push(at)
  return places
}
