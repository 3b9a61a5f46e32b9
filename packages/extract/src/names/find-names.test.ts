import { expect, it } from 'vitest'
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

it.each([
  ['Sen. Ada Moss (D-Ruhn) left.', ['Ada Moss', 'PERSON', 'Sen.']],
  ['the press secretary Ivo Hale', ['Ivo Hale', 'PERSON', 'press secretary']],
  ['Ada Moss, the minister of transport, left.', ['Ada Moss', 'PERSON', 'minister of transport']],
  ['Ruhn Secretary of State Ada B. Moss Jr.', ['Ada B. Moss Jr.', 'PERSON', 'Ruhn Secretary of State']],
  ['Prime Minister Theresa May', ['Theresa May', 'PERSON', 'Prime Minister']],
  ['the Department of Tides and Piers', ['Department of Tides', 'ORGANIZATION', null]],
  ['the FBI', ['FBI', 'ORGANIZATION', null]],
  ['and Republicans', ['Republicans', 'GROUP', null]],
  ['with Ludwig van Moss', ['Ludwig van Moss', 'PERSON', null]],
])('finds the name of: %s', (text, expected) => {
  expect(names(text)).toContainEqual(expected)
})

const speakers = (text: string) => extract(text).statements.map((statement) => statement.speaker)

it('tells two of one surname apart by title, else takes the one named more often', () => {
  const text = [
    'Ada Moss and Karl Moss met Ivo Hale. Ada Moss came late, and Ada Moss left early.',
    '“It was fine,” Mr. Moss said.',
    '“It was not,” Mrs. Moss said.',
    'Moss said the storm was over.',
  ].join('\n\n')
  expect(speakers(text)).toEqual(['Karl Moss', 'Ada Moss', 'Ada Moss'])
})

it('takes variants of one name for one speaker, under the fullest', () => {
  const text =
    'Joe Hale left, and Joseph R. Hale Jr. came back.\n\n“It was fine,” Hale said.\n\n“It is,” Joe Hale said.'
  expect(speakers(text)).toEqual(['Joseph R. Hale Jr.', 'Joseph R. Hale Jr.'])
})

it('takes no possessive for the speaker', () => {
  expect(speakers("Ada Moss's lawyer said the pier was safe.")).toEqual([null])
  expect(speakers("Ada Moss's lawyer, Ivo Hale, said the pier was safe.")).toEqual(['Ivo Hale'])
})

it('passes over an apposition and a relative clause between name and verb', () => {
  expect(speakers('Ada Moss, a baker who came from Ruhn in 2011, said the pier was safe.')).toEqual([
    'Ada Moss',
  ])
  expect(speakers('Ada Moss -- a baker, by her own account -- said the pier was safe.')).toEqual(['Ada Moss'])
  expect(speakers('Ada Moss, who baked for the town, said the pier was safe.')).toEqual(['Ada Moss'])
})

it('takes a pronoun in a fronted clause for whoever follows', () => {
  const text = 'Ivo Hale left.\n\nThough she called the pier “a wreck,” Ada Moss said it would be kept.'
  expect(speakers(text)).toEqual(['Ada Moss', 'Ada Moss'])
})

it('takes a pronoun that speaks for whoever its own sentence named before, not for whoever its words name', () => {
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

it('takes an adjective made of a name for nobody', () => {
  const text = 'A Ruhn-trained baker and a Moss-led council met. She said that the pier was old.'
  expect(extract(text).statements.map(({ speaker }) => speaker)).toEqual([null])
})

it('takes a noun in “-ly” for a noun', () => {
  expect(speakers('Mayor Ada Moss, a staunch Ivo Hale ally, said that the pier was old.')).toEqual([
    'Ada Moss',
  ])
})
