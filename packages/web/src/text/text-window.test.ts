import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, WINDOW, windowEnd, within } from './text-window.js'

const paragraphs = (lengths: readonly number[]) => {
  let start = 0
  return lengths.map((length) => {
    const position = { start, end: start + length }
    start = position.end + 2
    return { position }
  })
}

describe('the pages of a long text', () => {
  it('have every place once, in order, and none is longer than it may be', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 80_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(lengths, fc.option(fc.integer({ min: 0, max: 200_000 })), (each, full) => {
        const segments = paragraphs(each)
        const length = segments.at(-1)?.position.end as number
        let from = 0
        for (let page = 0; from < length; page++) {
          const shown = segments.filter(
            ({ position }) => position.end > from && position.start < from + WINDOW,
          )
          const end = windowEnd(from, length, shown, full)
          expect(end).toBeGreaterThan(from)
          expect(end - from).toBeLessThanOrEqual(Math.max(WINDOW, (full ?? 0) - from))
          const visible = within(shown, { start: from, end })
          expect(visible.every(({ position }) => position.start >= from && position.end <= end)).toBe(true)
          from = end
          expect(page).toBeLessThan(1_000)
        }
      }),
    )
  })

  it('end between paragraphs where they can', () => {
    const segments = paragraphs([20_000, 9_000, 5_000])
    expect(windowEnd(0, 34_004, segments, null)).toBe(29_002)
    expect(windowEnd(29_002, 34_004, segments, null)).toBe(34_004)
    expect(windowEnd(0, 34_004, segments, 21_000)).toBe(20_000)
    expect(windowEnd(0, 100_000, paragraphs([100_000]), null)).toBe(WINDOW)
  })

  it('begin where the address says', () => {
    expect([null, '0', '30000'].map(placeOf)).toEqual([0, 0, 30_000])
    expect(['', '-1', 'x', '1e3', '99999999999', '2147483647'].map(placeOf)).toEqual(Array(6).fill(null))
  })
})
