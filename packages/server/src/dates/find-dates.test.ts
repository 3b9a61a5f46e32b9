import { describe, expect, it } from 'vitest'
import { findDates } from './find-dates.js'
import { monthNumber } from './month-names.js'

const days = (text: string, language?: string) => findDates(text, language).map(({ date }) => date.edtf)

describe('findDates', () => {
  it.each([
    ['Published 4:00 am CST, Tuesday, March 3, 2026', 'en'],
    ['Posted on the 3rd of March, 2026 by Ida', 'en'],
    ['3 Mar 2026 | 5 min read', 'en'],
    ['Dienstag, 3. März 2026, 10.15 Uhr', 'de'],
    ['Wien, am 3.3.2026', 'de'],
    ['03.03.26 – 10:15', 'de'],
    ['Publié le 3 mars 2026 à 10h15', 'fr'],
    ['le mardi 3 mars 2026', 'fr'],
    ['3 de marzo de 2026', 'es'],
    ['3 marzo 2026 alle 10:15', 'it'],
    ['3 maart 2026', 'nl'],
    ['3 mrt. 2026', 'nl'],
    ['3 de março de 2026', 'pt'],
    ['3 marca 2026', 'pl'],
    ['3. marts 2026', 'da'],
    ['3 Mart 2026', 'tr'],
    ['3. března 2026', 'cs'],
    ['3. maaliskuuta 2026', 'fi'],
    ['3 марта 2026', 'ru'],
    ['2026年3月3日', 'ja'],
    ['2026/03/03 10:15', 'ja'],
    ['2026. 03. 03', 'hu'],
    ['03-Mar-2026', 'en'],
    ['03/03/2026', 'en'],
  ])('finds the day in %s', (text, language) => {
    expect(days(text, language)).toEqual(['2026-03-03'])
  })

  it.each([
    ['04/03/2026', 'en-US', ['2026-04-03']],
    ['04/03/2026', 'en-GB', ['2026-03-04']],
    ['04/03/2026', 'fr', ['2026-03-04']],
    ['04-03-2026', 'nl', ['2026-03-04']],
    ['04/03/2026', 'en', []],
    ['25/03/2026', 'en', ['2026-03-25']],
    ['03/25/2026', 'en-GB', ['2026-03-25']],
    ['3 listopada 2026', 'pl', ['2026-11-03']],
  ])('reads %s in %s as %j', (text, language, dates) => expect(days(text, language)).toEqual(dates))

  it('finds several dates in their order, and where they stand', () => {
    const text = 'Published 3 March 2026 | Updated 2026-03-05'
    expect(findDates(text, 'en').map(({ start, end, date }) => [text.slice(start, end), date.edtf])).toEqual([
      ['3 March 2026', '2026-03-03'],
      ['2026-03-05', '2026-03-05'],
    ])
  })

  it.each([
    '31 February 2026',
    'in 2026',
    'call 03 2026 1234',
    'version 3.3.2026.1',
    '10:15',
    'the 3rd of May',
    'room 12/13',
  ])('finds none in %s', (text) => expect(days(text, 'en-GB')).toEqual([]))

  it.each(['3 ', '3. ', 'March ', '3/', '2026-', 'a'])('takes linear time for many %j', (part) => {
    const started = performance.now()
    findDates(part.repeat(100_000), 'en')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

it('tells months by their first letters, the language of the text first', () => {
  expect(monthNumber('Sept.', 'en')).toBe(9)
  expect(monthNumber('août')).toBe(8)
  expect(monthNumber('paź', 'pl')).toBe(10)
  expect(monthNumber('listopadu', 'cs')).toBe(11)
  expect(monthNumber('mar', 'fi')).toBe(11)
  expect(monthNumber('mar', 'fr')).toBe(3)
  expect(monthNumber('Marching', 'en')).toBeNull()
  expect(monthNumber('day')).toBeNull()
})
