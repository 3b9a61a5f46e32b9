import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(({ speaker, start, end }) => `${speaker}: ${text.slice(start, end)}`)

it.each([
  'And from Chairwoman Ada Moss: “Stay inside.”',
  'The town waited. And from Chairwoman Ada Moss:\n\n“Stay inside.”',
  'This just in from Ada Moss: “Stay inside.”',
  'He got an angry letter from Ada Moss: “Stay inside.”',
  'Ada Moss, The Harbour Post: “Stay inside.”',
  'Ada Moss (Green, Ruhn): “Stay inside.”',
  'Ada Moss, the mayor of Ruhn: “Stay inside.”',
  'Ada Moss emailed a friend: “Stay inside.”',
  'Ada Moss took to Instagram to warn the town: “Stay inside.”',
  'Ada Moss was blunt: “Stay inside.”',
  'Ada Moss had this message for voters: “Stay inside.”',
  'Ada Moss had a message for the town:\n\n“Stay inside.”\n\nThe gulls were hungry.',
  'When the storm came, Ada Moss did not hesitate: “Stay inside.”',
  'Ada Moss, the mayor of Ruhn, could not have been clearer: “Stay inside.”',
  'Ada Moss texted her son as the water rose: “Stay inside.”',
  'Ada Moss’s message to the town was short: “Stay inside.”',
  'Ada Moss runs the pier. Her advice to visitors: “Stay inside.”',
  'Ada Moss met the press. She was blunt: “Stay inside.”',
  'Ada Moss on the storm: “Stay inside.”',
])('gives the quotation behind a colon to whom it is introduced with: %j', (text) => {
  expect(said(text)).toEqual(['Ada Moss: “Stay inside.”'])
})

it.each([
  'The recipe is simple: “Stay inside.”',
  'The sign on the door was clear: “Stay inside.”',
  'It was plain: “Stay inside.”',
  'Ada Moss heard a voice behind her: “Stay inside.”',
  'Ada Moss wore a shirt with a slogan: “Stay inside.”',
  'Ada Moss was met at the door by a guard: “Stay inside.”',
  'A man came from Ruhn: “Stay inside.”',
  'Ada Moss and the town: “Stay inside.”',
])('gives it to nobody who does not say it: %j', (text) => {
  expect(said(text)).toEqual(['null: “Stay inside.”'])
})

it.each([
  'Ada Moss had three plans for the pier:\n\nNew planks, new lamps and a gate.',
  'Ada Moss had a hope: “The Boats of Ruhn”',
  'Ada Moss bought two boats: a red one and a blue one.',
  'Ada Moss opened the pier at 9:30 on Monday.',
  'Ada Moss has a name for it: “home”.',
])('reads no words behind the colon of %j', (text) => {
  expect(said(text)).toEqual([])
})

it('leaves the words to whoever a verb that reports names', () => {
  expect(said('Ada Moss stood by while Ivo Hale sneered: “Stay inside.”')).toEqual([
    'Ivo Hale: “Stay inside.”',
  ])
})
