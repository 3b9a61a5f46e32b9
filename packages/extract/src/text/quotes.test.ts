import { expect, it } from 'vitest'
import { splitParagraphs } from './document.js'
import { findQuotes } from './quotes.js'

const quoted = (text: string) =>
  findQuotes(text, splitParagraphs(text))
    .flat()
    .map((quote) => text.slice(quote.inner.start, quote.inner.end))

it.each([
  ['“a b” c', ['a b']],
  ['"a b" c "d e"', ['a b', 'd e']],
  ["''a b'' c", ['a b']],
  ["``a b'' c", ['a b']],
  ['„a b“ c „d e”', ['a b', 'd e']],
  ['«a b» c', ['a b']],
  ['»a b« c', ['a b']],
  ['‹a b›', ['a b']],
  ['‘a b,’ he said', ['a b,']],
  ["'a b,' he said", ['a b,']],
  ['‚a b‘ c', ['a b']],
  ['「a b」', ['a b']],
])('reads the marks of %s', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})

it('leaves nested marks to the outer quotation', () => {
  expect(quoted('“She said ‘yes’ and “no” to us,” he said.')).toEqual(['She said ‘yes’ and “no” to us,'])
})

it('takes apostrophes and measures for no quotation marks', () => {
  expect(quoted("It's the workers' pay, isn't it? The '90s were Ann's.")).toEqual([])
  expect(quoted('The board is 6\'2" tall and 5\'1" wide.')).toEqual([])
})

it('carries on from an opening mark without a close to paragraphs with the same mark', () => {
  const text = 'He said, “one two.\n\n“three four.”'
  const [first, second] = findQuotes(text, splitParagraphs(text))
  expect(first?.[0]).toMatchObject({ closed: false, continued: false })
  expect(second?.[0]).toMatchObject({ closed: true, continued: true })
})

it('closes in a paragraph what the one before left open', () => {
  const text = 'He said, “one two.\n\nthree four,” and left.'
  expect(quoted(text)).toEqual(['one two.', 'three four,'])
})

it('opens nothing at a stray mark', () => {
  expect(quoted('The word “ stands here alone, and so does this one “here.')).toEqual([])
})
