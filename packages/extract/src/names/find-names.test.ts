import { expect, test } from 'vitest'
import { extract } from '../extract.js'
import { english } from '../languages/en/english.js'
import { tokenize } from '../text/tokens.js'
import { findNames } from './find-names.js'

const names = (text: string) =>
  findNames(text, tokenize(text, 0, text.length, english)).map((mention) => [
    mention.name,
    mention.kind,
    mention.role,
  ])

test.each([
  ['Sen. Ada Moss (D-Ruhn) left.', ['Ada Moss', 'PERSON', 'Sen.']],
  ['the press secretary Ivo Hale', ['Ivo Hale', 'PERSON', 'press secretary']],
  ['Ada Moss, the minister of transport, left.', ['Ada Moss', 'PERSON', 'minister of transport']],
  ['Ruhn Secretary of State Ada B. Moss Jr.', ['Ada B. Moss Jr.', 'PERSON', 'Ruhn Secretary of State']],
  ['Prime Minister Theresa May', ['Theresa May', 'PERSON', 'Prime Minister']],
  ['the Department of Tides and Piers', ['Department of Tides', 'ORGANIZATION', null]],
  ['the FBI', ['FBI', 'ORGANIZATION', null]],
  ['and Republicans', ['Republicans', 'GROUP', null]],
  ['with Ludwig van Moss', ['Ludwig van Moss', 'PERSON', null]],
])('%s', (text, expected) => {
  expect(names(text)).toContainEqual(expected)
})

const speakers = (text: string) => extract(text).statements.map((statement) => statement.speaker)

test('a surname shared by two is told apart by title, else the one named more often', () => {
  const text = [
    'Ada Moss and Karl Moss met Ivo Hale. Ada Moss came late, and Ada Moss left early.',
    '“It was fine,” Mr. Moss said.',
    '“It was not,” Mrs. Moss said.',
    'Moss said the storm was over.',
  ].join('\n\n')
  expect(speakers(text)).toEqual(['Karl Moss', 'Ada Moss', 'Ada Moss'])
})

test('variants of one name are one speaker, the fullest wins', () => {
  const text =
    'Joe Hale left, and Joseph R. Hale Jr. came back.\n\n“It was fine,” Hale said.\n\n“It is,” Joe Hale said.'
  expect(speakers(text)).toEqual(['Joseph R. Hale Jr.', 'Joseph R. Hale Jr.'])
})

test('a possessive is not the speaker', () => {
  expect(speakers("Ada Moss's lawyer said the pier was safe.")).toEqual([null])
  expect(speakers("Ada Moss's lawyer, Ivo Hale, said the pier was safe.")).toEqual(['Ivo Hale'])
})

test('an apposition and a relative clause between name and verb', () => {
  expect(speakers('Ada Moss, a baker who came from Ruhn in 2011, said the pier was safe.')).toEqual([
    'Ada Moss',
  ])
  expect(speakers('Ada Moss -- a baker, by her own account -- said the pier was safe.')).toEqual(['Ada Moss'])
  expect(speakers('Ada Moss, who baked for the town, said the pier was safe.')).toEqual(['Ada Moss'])
})

test('a pronoun in a fronted clause points forward', () => {
  const text = 'Ivo Hale left.\n\nThough she called the pier “a wreck,” Ada Moss said it would be kept.'
  expect(speakers(text)).toEqual(['Ada Moss', 'Ada Moss'])
})

test('a pronoun that speaks means whom its own sentence named before, not whom its words name', () => {
  const before = 'Dora Finch said the pier was old.\n\n'
  expect(speakers(`${before}Ada Moss shook her head as she called for the repair of the old pier.`)).toEqual([
    'Dora Finch',
    'Ada Moss',
  ])
  expect(speakers(`${before}Ada Moss, she said, had never mended the old pier.`)).toEqual([
    'Dora Finch',
    'Dora Finch',
  ])
})

test('an adjective made of a name is nobody', () => {
  const text = 'A Ruhn-trained baker and a Moss-led council met. She said that the pier was old.'
  expect(extract(text).statements.map(({ speaker }) => speaker)).toEqual([null])
})
