import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKETCH, sketchOf } from './sketch.js'

const words = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => `word${from + index}`).join(' ')
const shared = (a: number[], b: number[]) => a.filter((hash) => b.includes(hash)).length / SKETCH.size

describe('sketchOf', () => {
  it('ignores case, marks and spaces', () => {
    const text = `“${words(0, 40)}”, señor!`
    expect(sketchOf(text)).toEqual(sketchOf(`${text.toUpperCase().replace(/[“”,!]/g, ' ')}\n`))
    expect(sketchOf(text)).not.toEqual([])
  })

  it('shares about as many hashes as the texts share words', () => {
    const whole = sketchOf(words(0, 1000))
    expect(shared(whole, sketchOf(words(0, 950)))).toBeGreaterThan(0.8)
    expect(shared(whole, sketchOf(words(600, 1600)))).toBeLessThan(0.6)
    expect(shared(whole, sketchOf(words(2000, 3000)))).toBe(0)
  })

  it('gives a bounded, ascending list of different 32-bit numbers, and an empty one for a short text', () => {
    expect(sketchOf(words(0, 10))).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const sketch = sketchOf(text)
        expect(sketch.length).toBeLessThanOrEqual(SKETCH.size)
        expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b))
        for (const hash of sketch) expect(hash | 0).toBe(hash)
      }),
    )
  })
})
