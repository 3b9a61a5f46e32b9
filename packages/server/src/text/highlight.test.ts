import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FRAGMENT,
  type HighlightField,
  highlight as highlightOf,
  mayHaveLexeme,
  wordsOf,
} from './highlight.js'

const highlight = (field: HighlightField, text: string, found: (word: string) => boolean) =>
  highlightOf(
    field,
    text,
    wordsOf(text).filter(({ word }) => found(word)),
  )

const isWord = (wanted: string) => (word: string) => word.toLowerCase() === wanted

describe('highlight', () => {
  it('gives all of a short text, with the place of each word that was found', () => {
    const text = 'The herring, «le hareng», HERRING & <b>herring</b>.'
    const shown = highlight('TEXT', text, isWord('herring'))
    expect(shown?.fragment).toBe(text)
    expect(shown?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
      'herring',
      'HERRING',
      'herring',
    ])
  })

  it('gives null when nothing was found', () => {
    expect(highlight('TEXT', 'Cod.', isWord('herring'))).toBeNull()
  })

  it('gives the piece of a long text that has the most different words', () => {
    const filler = 'nothing of interest stands here at all, '.repeat(20)
    const text = `herring herring herring ${filler} a herring treaty ${filler} treaty`
    const shown = highlight('TEXT', text, (word) => ['herring', 'treaty'].includes(word))
    expect(shown?.fragment).toContain('a herring treaty')
    expect(shown?.fragment.length).toBeLessThanOrEqual(FRAGMENT)
    expect(shown?.fragment).toMatch(/^\S.*\S$/)
  })

  it('cuts any text between words, and gives ranges of found words, in order and inside the piece', () => {
    const piece = fc.oneof(
      fc.constantFrom('herring', 'Treaty', ' ', '\n', '… ', '🎉', 'é', "can't "),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 150 }), (pieces) => {
        const text = pieces.join('')
        const found = (word: string) => /herring|treaty/i.test(word)
        const shown = highlight('TEXT', text, found)
        expect(shown === null).toBe(!wordsOf(text).some(({ word }) => found(word)))
        if (!shown) return
        const { fragment, ranges } = shown
        expect(text).toContain(fragment)
        expect(fragment.isWellFormed() || !text.isWellFormed()).toBe(true)
        expect(ranges.length).toBeGreaterThan(0)
        let end = 0
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(end)
          end = range.end
          expect(found(fragment.slice(range.start, range.end))).toBe(true)
        }
        expect(end).toBeLessThanOrEqual(fragment.length)
      }),
      { numRuns: 500 },
    )
  })
})

it.each([
  ['Treaties', 'treati', true],
  ['FERRÁNDIZ', 'ferrandiz', true],
  ['cut-off', 'off', true],
  ['O’Neill', 'neill', true],
  ['cod', 'herring', false],
])('says whether %s may have the lexeme %s: %s', (word, lexeme, may) => {
  expect(mayHaveLexeme(word, [lexeme])).toBe(may)
})
