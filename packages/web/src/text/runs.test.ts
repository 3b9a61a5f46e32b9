import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOf } from './runs.js'

describe('runsOf', () => {
  it('covers the whole stretch, and gives each run the pieces that cover it', () => {
    const span = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 8 }), (stretch, spans) => {
        const pieces = spans.map((piece, statement) => ({ ...piece, statement }))
        const runs = runsOf(stretch, pieces)
        expect(runs[0]?.start).toBe(stretch.start)
        expect(runs.at(-1)?.end).toBe(stretch.end)
        for (const [index, run] of runs.entries()) {
          if (index > 0) expect(run.start).toBe(runs[index - 1]?.end)
          for (let at = run.start; at < run.end; at++) {
            const covering = pieces.filter(({ start, end }) => start <= at && at < end)
            expect(new Set(run.pieces)).toEqual(new Set(covering))
          }
          const lengths = run.pieces.map(({ start, end }) => end - start)
          expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
        }
      }),
    )
  })
})
