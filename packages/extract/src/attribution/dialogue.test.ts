import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, segments }) =>
      `${speaker}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it('takes nearly any verb right beside a quotation for one that reports', () => {
  expect(said('“It leaks,” sighed Ada Moss.')).toEqual(['Ada Moss: “It leaks,”'])
  expect(said('“Stop!” bellowed Ada Moss from the pier.')).toEqual(['Ada Moss: “Stop!”'])
  expect(said('“It leaks,” Ada Moss grumbled; “it always has.”')).toEqual([
    'Ada Moss: “It leaks,” | “it always has.”',
  ])
  expect(said('Ada Moss began, “It leaks.”')).toEqual(['Ada Moss: “It leaks.”'])
  expect(said('Ada Moss sighed at the leaks of the old boat.')).toEqual([])
})

it('ends the words where the reporter tells what the speaker did', () => {
  expect(said('“It leaks,” Ada Moss said, and carried her coat into the boat.')).toEqual([
    'Ada Moss: “It leaks,”',
  ])
})

it('finds speech that nobody is said to have spoken, without a speaker', () => {
  expect(said('The rain fell. “Is it late?” Nobody moved. “It is.”')).toEqual([
    'null: “Is it late?”',
    'null: “It is.”',
  ])
})

it.each([
  'The town sang “The Boats of Ruhn,” and slept.',
  'It was a “very good” day.',
  'The show “Ten Ways to Build a Boat by Hand” ran for years.',
  'The plan was “bold and new” at best.',
])('takes no titles and scare quotes for speech: %j', (text) => {
  expect(said(text)).toEqual([])
})

it.each([
  'The pier is open.\n\n“We have waited for it.”\n\nThe boats are back.',
  'The pier is open.\n\n“We have waited for the pier since my son was born.”\n\nThe boats are back.',
  'The harbour is now “a place to sit and look at boats”.',
  'The pier had “no right to stand there at all,” and yet it stood.',
  'Behind it lies “a coast without a single light”.',
])('keeps all that stands between marks: %j', (text) => {
  expect(said(text)).toEqual([`null: ${text.match(/“.*”/)?.[0]}`])
})

it.each([
  'We have waited for the pier',
  'We have waited for the pier since my son was born.',
  'waited for the pier since my son',
])('drops a quotation set apart that only repeats another: %j', (part) => {
  const quoted = '“We have waited for the pier since my son was born.”'
  const text = `Ada Moss came first. ${quoted} she said.\n\nIvo Hale came, too.\n\n“${part}”\n\nHe was glad.`
  expect(said(text)).toEqual([`Ada Moss: ${quoted}`])
})

it('reads marks that stand apart from their words', () => {
  expect(said('" It leaks , " said Ada Moss , " and it stinks . "')).toEqual([
    'Ada Moss: " It leaks , " | " and it stinks . "',
  ])
  expect(said("' It 's leaking , ' said Ada Moss .")).toEqual(["Ada Moss: ' It 's leaking , '"])
})

it('gives nobody else what the author says', () => {
  expect(said('“It leaks,” I said, “and it stinks.” Ada Moss said that it did not.')).toEqual([
    'null: “It leaks,”',
    'null: “and it stinks.”',
    'Ada Moss: it did not',
  ])
})

it('goes on with a run over mixed paragraphs between its quotations, whomever they name', () => {
  const text = [
    'Ada Moss said the following:',
    '“The pier will close.”',
    'Mr Hale had “no right” to the boats.',
    '“Nobody will lose work.”',
    'The town was quiet on Monday.',
  ].join('\n\n')
  expect(said(text)).toEqual([
    'Ada Moss: “The pier will close.”',
    'Ada Moss: Mr Hale had “no right” to the boats.',
    'Ada Moss: “Nobody will lose work.”',
  ])
  const left = text.replace('“Nobody will lose work.”', 'He left.')
  expect(said(left)).toEqual(['Ada Moss: “The pier will close.”'])
})
