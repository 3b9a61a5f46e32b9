import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, kind, segments }) =>
      `${kind} ${speaker}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it.each([
  'its spokeswoman, Ada Moss, said',
  'the port’s spokeswoman, Ada Moss, told reporters',
  'his wife, Ada Moss, said',
  'the mayor of Ruhn, Ada Moss, added',
  'a baker from Ruhn, Ada Moss, said',
  'one of the pilots, Ada Moss, said',
  'another friend, Ada Moss told the Gazette',
  'said Hale’s deputy, Ada Moss',
  'said Ivo Hale’s deputy, Ada Moss',
  'said the head of the port’s night shift, Ada Moss',
  'said his wife, Ada Moss, who runs the port',
  'explained the port’s head of safety, Ada Moss, on Monday',
  'according to the port’s director, Ada Moss',
])('takes what tells who somebody is for a part of the subject: %s', (subject) => {
  expect(said(`“There were no boats,” ${subject}.`)).toEqual(['DIRECT Ada Moss: “There were no boats,”'])
})

it('leaves an apposition inside the words to the speaker', () => {
  expect(said('The pier was built by Moss, a baker, Ivo Hale said.')).toEqual([
    'INDIRECT Ivo Hale: The pier was built by Moss, a baker',
  ])
  expect(said('There were no boats, its spokeswoman, Ada Moss, said on Monday.')).toEqual([
    'INDIRECT Ada Moss: There were no boats',
  ])
  expect(said('“There were no boats,” said Ivo Hale, Ada Moss’s deputy.')).toEqual([
    'DIRECT Ivo Hale: “There were no boats,”',
  ])
})
