import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignQuotes } from './align-quotes.js'
import { quoteWords } from './quote-words.js'

const words = (text: string) => quoteWords(text).map(({ word }) => word)

function compare(a: string, b: string) {
  const [first, second] = [quoteWords(a), quoteWords(b)]
  const alignment = alignQuotes(first, second)
  if (!alignment) return null
  const part = (text: string, all: typeof first, which: 0 | 1) =>
    text.slice(all[alignment.first[which]]?.start, all[alignment.last[which]]?.end)
  return { ...alignment, a: part(a, first, 0), b: part(b, second, 1) }
}

describe('quoteWords', () => {
  it.each([
    ['“(T)hese are NOT ours,”', 'these are not ours'],
    ['[t]hese are not ours', 'these are not ours'],
    ['These … are not [the ministers’] ours (so far)', 'these are not ours'],
    ['law…or…promote', 'law or promote'],
    ['we will [...] not go', 'we will not go'],
    ["can't can’t cant", 'cant cant cant'],
    ['Ferrándiz & Ægir', 'ferrandiz aegir'],
    ['§ 12, 41/7', '12 41 7'],
    ['… [sic]', ''],
  ])('reads the words of %j as %j', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  it('gives each word its place, and no word inside another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let end = 0
        for (const { word, ...place } of quoteWords(text)) {
          expect(place.start).toBeGreaterThanOrEqual(end)
          end = place.end
          expect(words(text.slice(place.start, place.end))).toEqual([word])
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('ignores case, marks and spaces', () => {
    const word = fc.stringMatching(/^[a-zé]{1,9}$/)
    const mark = fc.constantFrom(' ', ', ', ' – ', '” “', '\n', '; ')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 12 }), (parts) => {
        const plain = parts.map(([text]) => text).join(' ')
        expect(words(parts.flat().join('').toUpperCase())).toEqual(words(plain))
      }),
    )
  })
})

describe('alignQuotes', () => {
  it('finds a quotation whole in the text that contains it, and gives its place', () => {
    const said = 'He said: “We kept our word, and (T)hese people know it.” Then he left.'
    expect(compare('we kept our word, and these people know it', said)).toMatchObject({
      similarity: 1,
      b: 'We kept our word, and (T)hese people know it',
    })
  })

  it('charges little where the author says that something was left out or put in', () => {
    const whole = 'we will keep the law and we will promote trade with all our neighbours'
    expect(
      compare('we will keep … promote trade with all our neighbours', whole)?.similarity,
    ).toBeGreaterThan(0.9)
    expect(
      compare('we will keep [the promise] and we will promote trade', whole)?.similarity,
    ).toBeGreaterThan(0.85)
  })

  it('charges a word that is missing, added or different in full, and a nearly equal word in part', () => {
    const said = 'no island should be cut off because two sides cannot agree'
    expect(
      compare('no island should be cut off because two parties cannot agree', said)?.similarity,
    ).toBeCloseTo(10 / 11)
    expect(compare('no island should be cut because two sides cannot agree', said)?.similarity).toBeCloseTo(
      9 / 10,
    )
    const near = compare('no islands should be cut off because two sides cannot agree', said)?.similarity ?? 0
    expect(near).toBeGreaterThan(10 / 11)
    expect(near).toBeLessThan(1)
  })

  it.each([
    ['we can not go', 'We cannot go', 1],
    ['write an e-mail to any one', 'write an email to anyone', 1],
    ['we will some time see', 'we will sometime see', 1],
    ['it is a home made pie', 'it is a homemade pie', 1],
    ['the fisher men saw it', 'the fishermen saw it', 1],
  ])('compares %j with %j, words written as one or two', (a, b, similarity) => {
    expect(compare(a, b)?.similarity).toBeCloseTo(similarity)
    expect(compare(b, a)?.similarity).toBeCloseTo(similarity)
  })

  it.each([
    ['it rose by 3.5 per cent', 'it rose by 35 per cent'],
    ['no. Thing is left', 'nothing is left'],
    ['we can [well] not go', 'we cannot go'],
    ['he is on, line by line', 'he is online by line'],
    ['she may (be) late', 'she maybe late'],
  ])('takes %j and %j for different words', (a, b) => {
    expect(compare(a, b)?.similarity).toBeLessThan(1)
    expect(compare(b, a)?.similarity).toBeLessThan(1)
  })

  it('gives the place of a word that the other splits, at the beginning and at the end', () => {
    expect(compare('any one sees that it can not', 'So anyone sees that it cannot, he said')).toMatchObject({
      similarity: 1,
      a: 'any one sees that it can not',
      b: 'anyone sees that it cannot',
    })
  })

  it('gives the same similarity in both orders, from 0 to 1, and 1 for a text and a part of itself', () => {
    const text = fc.array(
      fc.constantFrom('we', 'you', 'kept', 'keep', 'promises', 'islands', '…', '[the]', 'Treaty'),
      {
        minLength: 1,
        maxLength: 25,
      },
    )
    fc.assert(
      fc.property(text, text, fc.nat(24), fc.nat(24), (a, b, from, length) => {
        const [first, second] = [quoteWords(a.join(' ')), quoteWords(b.join(' '))]
        const alignment = alignQuotes(first, second)
        if (first.length !== second.length) {
          expect(alignQuotes(second, first)?.similarity).toEqual(alignment?.similarity)
        }
        if (alignment) {
          expect(alignment.similarity).toBeGreaterThanOrEqual(0)
          expect(alignment.similarity).toBeLessThanOrEqual(1)
          for (const side of [0, 1] as const) {
            expect(alignment.first[side]).toBeLessThanOrEqual(alignment.last[side])
            expect(alignment.last[side]).toBeLessThan([first, second][side]?.length ?? 0)
          }
        }
        const part = first.slice(from % (first.length || 1)).slice(0, length + 1)
        if (part.length > 0) expect(alignQuotes(part, first)?.similarity).toBe(1)
      }),
    )
  })
})
