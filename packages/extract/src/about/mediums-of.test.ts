import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const mediums = (text: string) => extract(text).statements.map(({ medium }) => medium)

it.each([
  ['Ada Moss announced at a press conference that the pier was safe.', 'PRESS_CONFERENCE'],
  ['Ada Moss told the paper in an interview that the pier was safe.', 'INTERVIEW'],
  ['“The pier is safe,” Ada Moss told the paper.', 'INTERVIEW'],
  ['“The pier is safe,” Ada Moss told me.', 'INTERVIEW'],
  ['“The pier is safe,” Ada Moss wrote on social media.', 'SOCIAL_POST'],
  ['“The pier is safe,” Ada Moss wrote on X.', 'SOCIAL_POST'],
  ['In a post on the network Tern, Ada Moss said the pier was safe.', 'SOCIAL_POST'],
  ['Ada Moss said in a joint written statement that the pier was safe.', 'WRITTEN_STATEMENT'],
  ['The harbour office said in a press release that the pier was safe.', 'WRITTEN_STATEMENT'],
  ['The letter says that the pier is safe.', 'WRITTEN_STATEMENT'],
  ['Ada Moss told parliament that the pier was safe.', 'SPEECH'],
  ['“The pier is safe,” Ada Moss told a cheering crowd.', 'SPEECH'],
  ['Ada Moss said in the council that the pier was safe.', 'SPEECH'],
])('tells the medium of: %s', (text, medium) => expect(mediums(text)).toEqual([medium]))

it.each([
  'Ada Moss said the press was late.',
  'Ada Moss told her brother that the interviewers had left.',
  'Ada Moss said the council would read the letter in May.',
  '“The pier is safe,” Ada Moss told the baker.',
])('tells no medium of: %s', (text) => expect(mediums(text)).toEqual(['UNKNOWN']))

it('takes what a speaker goes on to say for the same occasion', () => {
  const text = 'Ada Moss told reporters that the pier was safe. She said it would open in May.'
  expect(mediums(text)).toEqual(['PRESS_CONFERENCE', 'PRESS_CONFERENCE'])
  expect(mediums(`${text}\n\n“We are glad,” she added.`).at(-1)).toBe('PRESS_CONFERENCE')
})

it('tells another occasion by another speaker, another day and another paper', () => {
  const text = 'Ada Moss told reporters that the pier was safe.'
  expect(mediums(`${text} Ivo Hale said that it leaked.`)).toEqual(['PRESS_CONFERENCE', 'UNKNOWN'])
  expect(mediums(`${text} She had said that it leaked.`)).toEqual(['PRESS_CONFERENCE', 'UNKNOWN'])
  expect(mediums(`${text} In a letter, she said that it leaked.`).at(-1)).toBe('WRITTEN_STATEMENT')
  expect(mediums(`${text}\n\nThe town was quiet.\n\nMoss said that it leaked.`).at(-1)).toBe('UNKNOWN')
})

it('takes turns of two for an interview, of more for a meeting', () => {
  const turns = ['MOSS: Is it safe?', 'HALE: It is.', 'MOSS: Since when?', 'HALE: Since May.']
  expect(new Set(mediums(turns.join('\n\n')))).toEqual(new Set(['INTERVIEW']))
  const more = [...turns, 'RAO: I doubt it.', 'MOSS: Order.', 'RAO: I do.']
  expect(new Set(mediums(more.join('\n\n')))).toEqual(new Set(['SPEECH']))
})
