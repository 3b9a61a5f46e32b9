import { describe, expect, it } from 'vitest'
import { extract } from '../extract.js'

const speakersOf = (...paragraphs: string[]) =>
  extract(paragraphs.join('\n\n')).statements.map(({ speaker }) => speaker)

/** Who is named with an office or the like, what the name under test is, and whom it means. */
type Case = [introduction: string, name: string, speaker: string | null]

const said = (name: string) => `“It leaks,” said ${name} on Monday.`

describe('evidence against a match', () => {
  const cases: Case[] = [
    ['The mayor, Petra Vell, opened the dam.', 'the minister, H. Vell,', 'H. Vell'],
    ['Petra Vell, the mayor, opened the dam.', 'P. Vell, the minister,', 'P. Vell'],
    ['Anna Roe opened the dam.', 'B. Roe', 'B. Roe'],
    ['Jonas K. Vell opened the dam.', 'Jonas M. Vell', 'Jonas M. Vell'],
    ['Jonas K. Vell opened the dam.', 'J. M. Vell', 'J. M. Vell'],
    ['Jonas K. Vell opened the dam.', 'K. Vell', 'K. Vell'],
    ['Jonas Karl Vell opened the dam.', 'Jonas Martin Vell', 'Jonas Martin Vell'],
    ['Petra Vell opened the dam.', 'Mr P. Vell', 'P. Vell'],
    ['Petra Vell opened the dam.', 'Mr Vell', 'Vell'],
    ['Tom Vell opened the dam.', 'Mrs Vell', 'Vell'],
    ['Mayor Petra Vell opened the dam.', 'Minister Vell', 'Vell'],
    ['Petra Vell, the mayor, opened the dam.', 'Vell, the minister,', 'Vell'],
    ['Transport Minister Petra Vell opened the dam.', 'Finance Minister Vell', 'Vell'],
    ['Mayor Petra Vell opened the dam.', 'Deputy Mayor Vell', 'Vell'],
    ['Petra Vell, a former minister, opened the dam.', 'the minister', null],
    ['Jonas Vell Sr. opened the dam.', 'Jonas Vell Jr.', 'Jonas Vell Jr.'],
    ['Jonas Vell III opened the dam.', 'Jonas Vell Jr.', 'Jonas Vell Jr.'],
    ['Jonas Vell Sr. and Jonas Vell Jr. opened the dam.', 'Jonas Vell', 'Jonas Vell'],
    ['Ada Moss opened the dam.', 'Van Moss', 'Van Moss'],
    ['Mara Lindt-Okafor opened the dam.', 'Okafor', 'Okafor'],
    ['Jonas Vell met his brother, Tom Vell.', 'Mr Vell', null],
    ['Jonas Vell met his brother, Tom Vell.', 'Vell', null],
    ['Petra Vell met Paul Vell.', 'P. Vell', 'P. Vell'],
    ['Kim Min-jun met Kim So-ra.', 'Kim', null],
    ['Maria Vell met Maria Roe.', 'Maria', null],
  ]
  it.each(cases)('%s %s: %s', (introduction, name, speaker) => {
    expect(speakersOf(introduction, said(name))).toEqual([speaker])
    expect(speakersOf(said(name), introduction)).toEqual([speaker])
  })

  it('gives neither an alias nor an office that is somebody else’s', () => {
    const { speakers } = extract(
      'The minister, H. Vell, said the dam was safe.\n\nThe mayor, Petra Vell, said it was old.',
    )
    expect(speakers).toMatchObject([
      { name: 'H. Vell', role: 'minister', aliases: [] },
      { name: 'Petra Vell', role: 'mayor', aliases: [] },
    ])
  })

  it('tells two of one surname apart by their titles', () => {
    expect(speakersOf(said('Mr Vell'), said('Mrs Vell'), said('Mr Vell'), said('Vell'))).toEqual([
      'Mr Vell',
      'Mrs Vell',
      'Mr Vell',
      null,
    ])
    expect(speakersOf(said('Mayor Vell'), said('Minister Vell'))).toEqual(['Mayor Vell', 'Minister Vell'])
  })

  it('gives a surname to nobody when another of that surname came in last', () => {
    const text = ['Jonas Vell opened the dam.', said('Vell'), said('Karl Vell'), said('Vell')]
    expect(speakersOf(...text)).toEqual(['Jonas Vell', 'Karl Vell', null])
  })

  it('keeps the pronoun after a doubtful name for nobody, too', () => {
    const text = ['Jonas Vell met his brother, Tom Vell.', said('Mr Vell'), '“It is old,” he said.']
    expect(speakersOf(...text)).toEqual([null, null])
  })
})

describe('evidence for a match', () => {
  const cases: Case[] = [
    ['Petra Vell met Dr Jonas K. Vell. Petra Vell left.', 'J. K. Vell', 'Jonas K. Vell'],
    ['Jonas K. Vell opened the dam.', 'J. Vell', 'Jonas K. Vell'],
    ['Jonas K. Vell opened the dam.', 'Jonas Vell', 'Jonas K. Vell'],
    ['Jonas Karl Vell opened the dam.', 'Jonas K. Vell', 'Jonas Karl Vell'],
    ['Joseph Hale opened the dam.', 'Joe Hale', 'Joseph Hale'],
    ['James David Hale opened the dam.', 'J.D. Hale', 'James David Hale'],
    ['Petra Vell met Tom Vell.', 'Mr Vell', 'Tom Vell'],
    ['Petra Vell met Tom Vell.', 'Ms Vell', 'Petra Vell'],
    ['Petra Vell met Tom Vell.', 'Mr T. Vell', 'Tom Vell'],
    ['Mayor Petra Vell met Minister Tom Vell at the dam.', 'Minister Vell', 'Tom Vell'],
    ['Petra Vell, the mayor, met Tom Vell, the minister.', 'Vell, the mayor,', 'Petra Vell'],
    ['Transport Minister Petra Vell opened the dam.', 'Minister Vell', 'Petra Vell'],
    ['Petra Vell, a former minister, opened the dam.', 'the former minister', 'Petra Vell'],
    ['Petra Vell came with her father, Jonas Vell.', 'the elder Vell', 'Jonas Vell'],
    ['Petra Vell came with her father, Jonas Vell.', 'the younger Vell', 'Petra Vell'],
    ['Jonas Vell Jr. opened the dam.', 'Jonas Vell', 'Jonas Vell Jr.'],
    ['Ludwig van Moss met Ada Moss.', 'van Moss', 'Ludwig van Moss'],
    ['Ludwig van Moss met Ada Moss.', 'Moss', 'Ada Moss'],
    ['Ludwig van Moss opened the dam.', 'Moss', 'Ludwig van Moss'],
    ['Omar al-Rashid opened the dam.', 'al-Rashid', 'Omar al-Rashid'],
    ['Omar al-Rashid opened the dam.', 'Rashid', 'Omar al-Rashid'],
    ['María García López opened the dam.', 'García', 'María García López'],
    ['María García López opened the dam.', 'Garcia Lopez', 'María García López'],
    ['Mara Lindt-Okafor met Anselm Okafor.', 'Lindt-Okafor', 'Mara Lindt-Okafor'],
    ['Mara Lindt-Okafor met Anselm Okafor.', 'Okafor', 'Anselm Okafor'],
    ['Kim Min-jun opened the dam.', 'Mr Kim', 'Kim Min-jun'],
    ['Kim Min-jun opened the dam.', 'Min-jun Kim', 'Kim Min-jun'],
    ["Sean O'Hara opened the dam.", 'O’Hara', "Sean O'Hara"],
    ['Tomáš Dvořák opened the dam.', 'Tomas Dvorak', 'Tomáš Dvořák'],
    ['Petra Vell opened the dam.', 'Petra', 'Petra Vell'],
  ]
  it.each(cases)('%s %s: %s', (introduction, name, speaker) => {
    expect(speakersOf(introduction, said(name))).toEqual([speaker])
  })

  it('takes the pronoun beside a surname for a sign of whom it means', () => {
    expect(speakersOf('Tom Vell and Petra Vell met.', 'Vell said she would resign.')).toEqual(['Petra Vell'])
    expect(speakersOf('Tom Vell and Petra Vell met.', 'Vell said he would resign.')).toEqual(['Tom Vell'])
  })

  it('gives a surname to the only one who was named before, or whom the text is about', () => {
    expect(speakersOf('Jonas Vell opened the dam.', said('Vell'), 'Karl Vell was not there.')).toEqual([
      'Jonas Vell',
    ])
    const main = 'Jonas Vell came. Jonas Vell saw. Jonas Vell met Karl Vell.'
    expect(speakersOf(main, said('Vell'))).toEqual(['Jonas Vell'])
  })

  it('takes an alias of a known speaker for that one, before a surname of the text', () => {
    const speakers = [{ name: 'Albert Roe', aliases: ['A. Roe'] }]
    const text = 'Anna Roe opened the dam.\n\n“It leaks,” said A. Roe.\n\n“It does,” said Anna Roe.'
    expect(extract(text, { speakers }).statements.map(({ speaker }) => speaker)).toEqual([
      'Albert Roe',
      'Anna Roe',
    ])
    expect(extract(text).statements.map(({ speaker }) => speaker)).toEqual(['Anna Roe', 'Anna Roe'])
  })
})
