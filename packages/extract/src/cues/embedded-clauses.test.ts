import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, mention, segments }) =>
      `${speaker ?? `(${mention})`}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it('ends a relative clause at the comma behind which the main verb stands', () => {
  expect(said('Ivo Hale, who has admitted the theft, said he was sorry.')).toEqual(['Ivo Hale: he was sorry'])
  expect(said('Ivo Hale, who promised to mend the pier, said the work would take years.')).toEqual([
    'Ivo Hale: to mend the pier',
    'Ivo Hale: the work would take years',
  ])
  expect(said('Ivo Hale, who claims the pier is safe, was arrested.')).toEqual(['Ivo Hale: the pier is safe'])
  expect(said('Ivo Hale, who told the council that the pier was safe, lives in Ruhn.')).toEqual([
    'Ivo Hale: the pier was safe',
  ])
  expect(said('Ivo Hale, who had paid, and who said that the bill was wrong, said he was sorry.')).toEqual([
    'Ivo Hale: the bill was wrong',
    'Ivo Hale: he was sorry',
  ])
  expect(said('Ivo Hale – who denies the charge – said he was at sea.')).toEqual(['Ivo Hale: he was at sea'])
})

it('keeps commas of the words themselves inside a relative clause', () => {
  expect(said('Ivo Hale, who said that Moss, who denies it, had stolen the boat, was at sea.')).toEqual([
    'Ivo Hale: Moss, who denies it, had stolen the boat',
  ])
  expect(said('Ivo Hale, who said Ada Moss, a baker, was ill, left the hall.')).toEqual([
    'Ivo Hale: Ada Moss, a baker, was ill',
  ])
  expect(said('The town heard Ivo Hale, who said the pier was old, rotten and short.')).toEqual([
    'Ivo Hale: the pier was old, rotten and short',
  ])
})

it('ends a participle’s words where the main verb stands', () => {
  expect(said('Ada Moss, accusing Hale of lying, walked out.')).toEqual(['Ada Moss: Hale of lying'])
  expect(said('Ada Moss, saying she was tired, left the hall.')).toEqual(['Ada Moss: she was tired'])
  expect(said('Ada Moss, then insisting that she had paid, was arrested.')).toEqual([
    'Ada Moss: she had paid',
  ])
  expect(said('Ada Moss left the hall, saying she was tired.')).toEqual(['Ada Moss: she was tired'])
})

it('finds the main verb behind a relative clause without commas', () => {
  expect(said('The man who said the pier was safe resigned.')).toEqual(['(The man): the pier was safe'])
  expect(said('The two men who claimed they had seen the boat were arrested.')).toEqual([
    '(The two men): they had seen the boat',
  ])
  expect(said('Residents who complained about the noise said nobody had listened.')).toEqual([
    '(Residents): nobody had listened',
  ])
  expect(said('The woman who told the court that Hale had left later admitted she had lied.')).toEqual([
    '(The woman): Hale had left',
    '(The woman): she had lied',
  ])
  expect(said('The council thanked the man who said the pier was safe.')[0]).toMatch(/the pier was safe$/)
})

it('gives the main verb the subject before the relative clause', () => {
  expect(said('Ivo Hale, whose lawyer said he was ill, told reporters he was fine.')).toEqual([
    '(whose lawyer): he was ill',
    'Ivo Hale: he was fine',
  ])
  expect(said('Ivo Hale, who met Moss, Rowan and Vell, said they were tired.')).toEqual([
    'Ivo Hale: they were tired',
  ])
  expect(said('Ada Moss, whom Hale accused of lying, said she was innocent.')).toEqual([
    'Ada Moss: she was innocent',
  ])
  expect(said('Ada Moss, head of the Ruhn Office, which runs the pier, said it was old.')).toEqual([
    'Ada Moss: it was old',
  ])
})

it('ends a relative clause at the sentence’s tail where the main clause goes on', () => {
  expect(said('The council read a report, which said the pier was old, and closed it.')[0]).toMatch(
    /: the pier was old$/,
  )
  expect(said('The council heard Ivo Hale, who said the pier was old, and that it leaked.')).toEqual([
    'Ivo Hale: the pier was old, and that it leaked',
  ])
})
