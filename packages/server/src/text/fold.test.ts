import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from './fold.js'

it.each([
  ['Dvořák', 'DVORAK'],
  ['  Anand \t Rao ', 'anand rao'],
  ['Søren Ægir Straße', 'soren aegir strasse'],
  ['Łódź', 'lodz'],
  ['O’Neill', "O'NEILL"],
  ['ﬁsheries', 'Fisheries'],
  ['Ａｎｎａ', 'anna'],
])('folds %j and %j alike', (a, b) => {
  expect(fold(a)).toBe(fold(b))
})

it.each([
  ['Rao', 'Rho'],
  ['Anand Rao', 'AnandRao'],
  ['Мара', 'Мора'],
])('keeps %j and %j apart', (a, b) => {
  expect(fold(a)).not.toBe(fold(b))
})

it('changes nothing in its own result, and leaves no space at the ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text)
      expect(fold(folded)).toBe(folded)
      expect(folded.trim()).toBe(folded)
    }),
    { numRuns: 1000 },
  )
})
