import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from './differences.js'

describe('differences', () => {
  it('gives words that were added, left out or changed, with their places', () => {
    const text = '“No island should be cut off because two parties can’t agree,” she said'
    const canonical = 'No island should ever be cut off because two sides cannot agree'
    const found = differences(text, canonical)
    expect(found.map(({ words, canonical }) => [words, canonical])).toEqual([
      ['', 'ever'],
      ['parties can’t', 'sides cannot'],
      ['she said', ''],
    ])
    for (const { position, words } of found) expect(text.slice(position.start, position.end)).toBe(words)
    expect(found[0]?.position).toEqual({ start: text.indexOf('be cut'), end: text.indexOf('be cut') })
  })

  it('compares only the given ranges of the text', () => {
    const text = 'the crews “sail at ten” and, he said, “stay out”'
    const ranges = [text.indexOf('sail'), text.indexOf('stay')].map((start) => ({
      start,
      end: text.indexOf('”', start),
    }))
    expect(differences(text, 'we sail at noon and stay out', ranges)).toEqual([
      { position: { start: 11, end: 11 }, words: '', canonical: 'we' },
      { position: { start: 19, end: 22 }, words: 'ten', canonical: 'noon and' },
    ])
  })

  it('ignores case, diacritics, marks and spaces', () => {
    expect(differences('“(T)hese   are, Señora — CAN’T!”', "these are senora can't")).toEqual([])
    expect(differences('', '')).toEqual([])
  })

  it('gives changes that turn the text into the canonical one, in order and within the text', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'ferry', 'Ärger'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (textWords, canonicalWords) => {
        const [text, canonical] = [textWords.join(' '), canonicalWords.join(', ')]
        let made = ''
        let at = 0
        for (const { position, words: mine, canonical: other } of differences(text, canonical)) {
          expect(position.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(position.start, position.end)).toBe(mine)
          made += ` ${text.slice(at, position.start)} ${other}`
          at = position.end
        }
        made += ` ${text.slice(at)}`
        expect(differences(made, canonical)).toEqual([])
      }),
    )
  })
})
