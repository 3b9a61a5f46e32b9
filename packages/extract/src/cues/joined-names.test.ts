import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const speakers = (text: string) =>
  extract(text).statements.map(({ speaker, coSpeakers = [] }) => [speaker, ...coSpeakers])

it.each([
  'Ivo Hale and Ann Burke said the dam was safe.',
  'Ivo Hale and his colleague Ann Burke said the dam was safe.',
  '“The dam is safe,” Ivo Hale and his old friend Ann Burke said.',
  '“The dam is safe,” said Ivo Hale and his colleague Ann Burke.',
  'Ivo Hale and the engineer Ann Burke told the town the dam was safe.',
  'Ivo Hale and his deputy, Ann Burke, said the dam was safe.',
  'Both Ivo Hale and Ann Burke insist the dam is safe.',
  'Both Ivo Hale and Ann Burke insist that the dam is safe.',
  'Ivo Hale and Ann Burke argue that the dam is safe.',
  'Ivo Hale and Ann Burke claim the dam is safe.',
  'Ivo Hale as well as Ann Burke said that the dam was safe.',
  'Ivo Hale, as well as Ann Burke, said that the dam was safe.',
  'Ivo Hale, together with Ann Burke, said that the dam was safe.',
  '“The dam is safe,” reply Ivo Hale and Ann Burke.',
  '“The dam is safe,” agree Ivo Hale and Ann Burke.',
])('hears two in %j', (text) => {
  expect(speakers(text)).toEqual([['Ivo Hale', 'Ann Burke']])
})

it('hears three in a list', () => {
  expect(speakers('“It is safe,” said Ivo Hale, Ann Burke and her deputy Ada Moss.')).toEqual([
    ['Ivo Hale', 'Ann Burke', 'Ada Moss'],
  ])
})

it.each([
  ['“It is safe,” said Ivo Hale, and Ann Burke laughed.', [['Ivo Hale']]],
  ['“It is safe,” said Ivo Hale and left.', [['Ivo Hale']]],
  ['“It is safe,” said Ivo Hale and Ann Burke laughed.', [['Ivo Hale']]],
  ['Ivo Hale’s wife and her colleague Ann Burke said the dam was safe.', [['Ann Burke']]],
  ['Ivo Hale or Ann Burke said the dam was safe.', [[null]]],
  ['The dam of Ivo Hale and Ann Burke reports a leak.', []],
  ['Ivo Hale and Ann Burke report to the council.', []],
])('hears no more than speak in %j', (text, expected) => {
  expect(speakers(text)).toEqual(expected)
})

it.each([
  ['Ada Moss met Ivo Hale and Ann Burke said the dam was safe.', [['Ann Burke']]],
  ['Ada Moss saw Ivo Hale, and Ann Burke said the dam was safe.', [['Ann Burke']]],
  ['The mayor greeted Ivo Hale and Ann Burke said the dam was safe.', [['Ann Burke']]],
  ['She married Ivo Hale and Ann Burke said the dam was safe.', [['Ann Burke']]],
  ['The town elected Ivo Hale and Ann Burke claimed the dam was safe.', [['Ann Burke']]],
  ['In May Ivo Hale and Ann Burke said the dam was safe.', [['Ivo Hale', 'Ann Burke']]],
  ['Yesterday both Ivo Hale and Ann Burke said the dam was safe.', [['Ivo Hale', 'Ann Burke']]],
  ['She left, and Ivo Hale and Ann Burke said the dam was safe.', [['Ivo Hale', 'Ann Burke']]],
])('takes the object of a verb for no speaker: %s', (text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
