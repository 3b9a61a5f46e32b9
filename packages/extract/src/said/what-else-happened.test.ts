import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const words = (text: string) =>
  extract(text).statements.map(({ segments }) =>
    segments.map((span) => text.slice(span.start, span.end)).join(' | '),
  )

it.each([
  'Ivo Hale said the pier was safe, but Moss disagreed.',
  'Ivo Hale said the pier was safe, but the council closed it.',
  'Ivo Hale said the pier was safe, but nobody believed him.',
  'Ivo Hale said the pier was safe, but critics were not convinced.',
  'Ivo Hale said the pier was safe, at which point Moss laughed.',
  'Ivo Hale said the pier was safe, something Moss denies.',
  'Ivo Hale said the pier was safe, while Moss looked on.',
  'Ivo Hale said the pier was safe while Moss looked on.',
  'Ivo Hale said the pier was safe, as Moss nodded.',
  'Ivo Hale said the pier was safe, as the mayor looked on.',
  'Ivo Hale said the pier was safe, to the surprise of the council.',
  'Ivo Hale said the pier was safe, to the evident relief of the council.',
  'Ivo Hale said the pier was safe, much to the dismay of Moss.',
  'Ivo Hale said the pier was safe, to Moss’s delight.',
  'Ivo Hale said the pier was safe, to their astonishment.',
  'Ivo Hale said the pier was safe, waving a report.',
  'Ivo Hale said the pier was safe, prompting Moss to walk out.',
  'Ivo Hale said the pier was safe before being led away.',
  'The pier was safe, Ivo Hale said, and left the room.',
  'Ivo Hale said the pier was safe and left for lunch.',
  'Ivo Hale said the pier was safe, then walked out.',
  'Ivo Hale said the pier was safe as he left the court.',
  'Ivo Hale said the pier was safe before leaving.',
  'Ivo Hale said the pier was safe while waiting for a bus.',
  'Ivo Hale said the pier was safe, prompting laughter.',
  'Ivo Hale said the pier was safe, drawing loud applause from the hall.',
  'Ivo Hale said the pier was safe, to cheers from the crowd.',
  'Ivo Hale said the pier was safe, as the crowd booed.',
  'Ivo Hale said the pier was safe, which surprised the council.',
  'Ivo Hale said the pier was safe, after which Moss left.',
  'Ivo Hale said the pier was safe, a claim that nobody believed.',
  'Ivo Hale said the pier was safe, two days after the storm.',
  'Ivo Hale said the pier was safe – Moss disagreed.',
])('leaves what else happened to the reporter: %s', (text) => {
  expect(words(text)).toEqual([expect.stringMatching(/^the pier was safe$/i)])
})

it.each([
  'the pier was old but safe',
  'the pier was old, but it was safe',
  'the pier was old, and it would be mended',
  'she would resign and leave the town',
  'she would resign, and that she would leave the town',
  'he fell as he left the court',
  'the boats sank while Moss looked on',
  'the storm came to the surprise of the council',
  'the town owed it to the surprise of the storm',
  'the prize went to the delight of the hall',
  'the pier was old, as Moss knew',
  'he ate before leaving',
  'the storm broke the pier and sank two boats',
  'the pier was old, which worried him',
  'the pier was old, which is why it leaks',
  'the pier was old, which meant that it leaked',
  'the boat, which sank in May, was old',
  'he had asked for help, but nobody came',
  'the storm broke the pier, flooding the town',
  'the pier was old – and rotten',
  'the critics wanted to silence the town',
])('leaves the words to the speaker where they may go on: said %s', (said) => {
  expect(words(`Ivo Hale said ${said}.`)).toEqual([said])
})

it('tells by the tense whether “and” joins what happened to what will be', () => {
  expect(words('Ivo Hale said the yard would close, and its shares fell.')).toEqual(['the yard would close'])
  expect(words('Ivo Hale said the yard closed, and its shares fell.')).toEqual([
    'the yard closed, and its shares fell',
  ])
  expect(words('Ivo Hale said the yard would be closed, sold and forgotten.')).toEqual([
    'the yard would be closed, sold and forgotten',
  ])
  expect(words('Ivo Hale said he would stay, but changed his mind.')).toEqual(['he would stay'])
  expect(words('Ivo Hale said he would stay and changed his mind twice.')[0]).toMatch(/twice$/)
  expect(words('Ivo Hale warned that the pier would fall, and it did.')).toEqual(['the pier would fall'])
  expect(words('Ivo Hale said the storm had come and left the town in the dark.')).toEqual([
    'the storm had come and left the town in the dark',
  ])
})

it('ends a noun phrase before a clause', () => {
  expect(words('Ivo Hale accused the mayor of lying, and Moss walked out.')).toEqual(['the mayor of lying'])
  expect(words('Ivo Hale accused the mayor of lying and stealing.')).toEqual([
    'the mayor of lying and stealing',
  ])
})

it.each([
  ['The bank said it had lost money, and its shares fell.', 'it had lost money'],
  ['Ruhn Bank said it had lost money, and its shares fell 6 per cent.', 'it had lost money'],
  ['The company said its costs were high, and its stock dropped.', 'its costs were high'],
  ['The yard said it had no orders, but its shares climbed.', 'it had no orders'],
  ['The council said the yard was shut, and its bonds dropped.', 'the yard was shut'],
  ['The bank said its costs rose and its profit fell.', 'its costs rose and its profit fell'],
  ['The bank said its shares fell.', 'its shares fell'],
  ['The bank said it was well, and its shares would rise.', 'it was well, and its shares would rise'],
  ['The bank said it closed, and its doors opened.', 'it closed, and its doors opened'],
  [
    'Ivo Hale said the yard was shut, and that its shares fell.',
    'the yard was shut, and that its shares fell',
  ],
])('leaves what the shares of the body that speaks do to the reporter: %s', (text, said) => {
  expect(words(text)).toEqual([said])
})
