import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const words = (text: string) =>
  extract(text).statements.map(({ segments }) =>
    segments.map((span) => text.slice(span.start, span.end)).join(' | '),
  )

it.each([
  'the Tide programme',
  'the Harbour Post newspaper',
  'Harbour Radio 4’s Tide programme',
  'Ada Moss’s Harbour Hour podcast',
  'a crowd of supporters in Osten',
  'a packed hall in Osten',
  'an audience of farmers on Monday',
  'the council’s finance committee',
  'a group of reporters outside the court',
  'the jury of seven men and five women',
  'residents of the town',
  'reporters in Ruhn',
  'the broadcaster Harbour One',
  'his staff',
  'Ada Moss',
])('leaves whoever is told out of the words: told %s', (hearer) => {
  expect(words(`Ivo Hale told ${hearer} the pier was safe.`)).toEqual(['the pier was safe'])
  expect(words(`Ivo Hale told ${hearer} that he would resign.`)).toEqual(['he would resign'])
})

it('takes no story for words', () => {
  expect(words('Ivo Hale told the story of the pier.')).toEqual([])
  expect(words('Ivo Hale told the council of Ruhn about the pier.')).toEqual([])
})
