import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(({ speaker, start, end }) => `${speaker}: ${text.slice(start, end)}`)

it.each([
  '“A disgrace” is how Ada Moss described the reply.',
  '“A disgrace” was how Ada Moss described the reply.',
  '“A disgrace” is what Ada Moss called it.',
  'Ada Moss read the reply. “A disgrace” was how she described it.',
  'The reply came late. “A disgrace” is how Ada Moss put it.',
])('gives words that are “how” somebody put it to that one: %j', (text) => {
  expect(said(text)).toEqual(['Ada Moss: “A disgrace”'])
})

it.each([
  '“A disgrace.” That is what Ada Moss called the reply.',
  '“A disgrace.” This was how Ada Moss described it.',
  '“A disgrace.” So said Ada Moss on Monday.',
  '“A disgrace.” So wrote Ada Moss, the mayor.',
  '“A disgrace.” That’s how Ada Moss described it.',
])('gives the quotation before to whom the sentence points: %j', (text) => {
  expect(said(text)).toEqual(['Ada Moss: “A disgrace.”'])
})

it.each([
  '“A disgrace” is not how Ada Moss described the reply.',
  '“A disgrace” is what the town got.',
  '“The Boats” is how Ada Moss spent the evening.',
  'That is what Ada Moss called the dog.',
  'So said Ada Moss.',
])('gives nobody words in %j', (text) => {
  expect(said(text)).toEqual([])
})

it.each([
  [
    'Ada Moss said that, although it was old, the dam was safe.',
    'that, although it was old, the dam was safe',
  ],
  ['Ada Moss agreed that, in the end, the dam would hold.', 'that, in the end, the dam would hold'],
  ['Ada Moss told the town that, if it rained, the dam was safe.', 'that, if it rained, the dam was safe'],
  ['Ada Moss said that, like him, she had left.', 'that, like him, she had left'],
  ['Ada Moss insisted that, when built, the dam was safe.', 'that, when built, the dam was safe'],
])('takes an aside behind “that” for a part of the words: %j', (text, words) => {
  expect(said(text)).toEqual([`Ada Moss: ${words}`])
})
