import { expect, it } from 'vitest'
import { extract } from './extract.js'

/** The statements of a text as "speaker: words", the pieces of broken quotations joined by " | ". */
function said(text: string): string[] {
  return extract(text).statements.map((statement) => {
    const words = statement.segments.map((span) => text.slice(span.start, span.end)).join(' | ')
    return `${statement.speaker ?? `(${statement.mention})`}: ${words}`
  })
}
const only = (text: string) => {
  const { statements } = extract(text)
  expect(statements).toHaveLength(1)
  const [statement] = statements
  if (!statement) throw new Error('no statement')
  return statement
}

it('finds words before, around and after the cue', () => {
  expect(said('“The harbour will open in May,” Ada Moss said.')).toEqual([
    'Ada Moss: “The harbour will open in May,”',
  ])
  expect(said('“The harbour will open in May,” said Ada Moss, a council member.')).toEqual([
    'Ada Moss: “The harbour will open in May,”',
  ])
  expect(said('Ada Moss said, “The harbour will open in May.”')).toEqual([
    'Ada Moss: “The harbour will open in May.”',
  ])
  expect(said('On Monday, Ada Moss said: “The harbour will open.”')).toEqual([
    'Ada Moss: “The harbour will open.”',
  ])
  expect(said('Moss: “The harbour will open in May.”')).toEqual(['Moss: “The harbour will open in May.”'])
})

it('makes one statement of two segments of a quotation that the reporter breaks', () => {
  expect(
    said('“The harbour will open,” Ada Moss said, “but not before the spring tides have passed.”'),
  ).toEqual(['Ada Moss: “The harbour will open,” | “but not before the spring tides have passed.”'])
  expect(said('“The harbour will open,” Ada Moss said. “We have waited long enough.”')).toEqual([
    'Ada Moss: “The harbour will open,” | “We have waited long enough.”',
  ])
})

it('takes the clause for indirect speech', () => {
  expect(said('Ada Moss said that the harbour would open in May.')).toEqual([
    'Ada Moss: the harbour would open in May',
  ])
  expect(said('The harbour would open in May, Ada Moss said on Friday.')).toEqual([
    'Ada Moss: The harbour would open in May',
  ])
  expect(said('The harbour, Ada Moss said, would open in May after all.')).toEqual([
    'Ada Moss: The harbour | would open in May after all',
  ])
  expect(said('According to Ada Moss, the harbour would open in May.')).toEqual([
    'Ada Moss: the harbour would open in May',
  ])
  expect(said('The harbour would open in May, according to the port authority.')[0]).toContain(
    'The harbour would open in May',
  )
  expect(said('Ada Moss told the council on Friday that the harbour would open.')).toEqual([
    'Ada Moss: the harbour would open',
  ])
})

it('ends the words at a semicolon, and behind "accused … of" with the quotation', () => {
  expect(said('Ada Moss said the harbour was closed; the town wanted it open.')).toEqual([
    'Ada Moss: the harbour was closed',
  ])
  expect(said('Ada Moss accused the mayor of “sleeping in the boat of the town”.')).toEqual([
    'Ada Moss: “sleeping in the boat of the town”',
  ])
})

it('tells the kinds', () => {
  expect(only('“The harbour will open,” Ada Moss said.').kind).toBe('DIRECT')
  expect(only('Ada Moss said the harbour was “a very good place” for boats.').kind).toBe('MIXED')
  expect(only('Ada Moss said the harbour was closed.').kind).toBe('INDIRECT')
})

it('makes several statements of several verbs of one subject', () => {
  expect(said('Ada Moss said the harbour was closed and called the mayor “a danger to the town.”')).toEqual([
    'Ada Moss: the harbour was closed',
    'Ada Moss: the mayor “a danger to the town.”',
  ])
  expect(said('Ada Moss said the harbour was closed, adding that the boats had left.')).toEqual([
    'Ada Moss: the harbour was closed',
    'Ada Moss: the boats had left',
  ])
  expect(said('Ada Moss said the harbour was closed, but Ivo Hale said the boats had left.')).toEqual([
    'Ada Moss: the harbour was closed',
    'Ivo Hale: the boats had left',
  ])
})

it('finds the full name of short names, titles and pronouns', () => {
  const text = [
    'Transport Minister Anil Rao and Ada Moss met on Tuesday in the old town hall of Ruhn.',
    '“We will build the bridge,” Mr. Rao said.',
    'He said the money was there.',
    'Moss said the council would wait.',
  ].join('\n\n')
  const { statements, speakers } = extract(text)
  expect(statements.map((s) => [s.speaker, s.mention, s.basis])).toEqual([
    ['Anil Rao', 'Mr. Rao', 'NAMED'],
    ['Anil Rao', 'He', 'PRONOUN'],
    ['Ada Moss', 'Moss', 'NAMED'],
  ])
  expect(speakers[0]).toMatchObject({
    name: 'Anil Rao',
    kind: 'PERSON',
    role: 'Transport Minister',
    aliases: ['Rao'],
  })
})

it('takes “she” for the most recent woman who speaks, not the nearest name', () => {
  const text =
    '“It is late,” Ada Moss said of Ivo Hale. “Very late.”\n\nHale left. She said the boat would follow.'
  expect(extract(text).statements.at(-1)).toMatchObject({
    speaker: 'Ada Moss',
    mention: 'She',
    basis: 'PRONOUN',
  })
})

it('lets organisations speak, and gives nameless sources no name', () => {
  expect(only('The Harbour Commission said the pier was safe.')).toMatchObject({
    speaker: 'Harbour Commission',
  })
  expect(only('A senior official said the pier was safe.')).toMatchObject({
    speaker: null,
    mention: 'A senior official',
  })
  expect(only('The pier was safe, residents said.')).toMatchObject({ speaker: null })
})

it('makes one statement of a quotation that opens every paragraph and closes in the last', () => {
  const text = '“The pier is safe,” Ada Moss said. “It stood the storm.\n\n“It will stand the next.”'
  expect(said(text)).toEqual([
    'Ada Moss: “The pier is safe,” | “It stood the storm. | “It will stand the next.”',
  ])
})

it('reads the turns of a transcript', () => {
  const text = 'MOSS: Will the pier hold?\n\nHALE: It will. It always did.\n\nMOSS: Thank you.'
  expect(said(text)).toEqual([
    'Moss: Will the pier hold?',
    'Hale: It will. It always did.',
    'Moss: Thank you.',
  ])
})

it('finds no statement in headings, boilerplate, scare quotes, titles of works and the author’s own voice', () => {
  expect(said('The so-called “reform” of the harbour has failed, and the town pays for it.')).toEqual([])
  expect(said('I think the harbour has failed. I said so last year.')).toEqual([])
  expect(said('Ada Moss read “The Old Man and the Sea” on the pier all summer long.')).toEqual([])
  const page = [
    'Moss Says Pier Is Safe',
    'By Ivo Hale',
    'Ada Moss said the pier was safe.',
    'Leave a Reply',
    '“I was there,” Tom Reed said.',
    'Copyright 2031. All rights reserved, the Ruhn Gazette said.',
  ].join('\n\n')
  const { statements, segments } = extract(page)
  expect(statements).toHaveLength(1)
  expect(segments.map((segment) => segment.kind)).toEqual([
    'TITLE',
    'BYLINE',
    'BODY',
    'BOILERPLATE',
    'BOILERPLATE',
    'BOILERPLATE',
  ])
})

it('takes no speaker from inside a quotation, and no name from a title', () => {
  expect(said('“Then Ivo Hale said the pier was rotten,” Ada Moss said.')).toEqual([
    'Ada Moss: “Then Ivo Hale said the pier was rotten,”',
  ])
})

it('tells the medium', () => {
  expect(only('“The pier is safe,” Ada Moss tweeted.').medium).toBe('SOCIAL_POST')
  expect(only('“The pier is safe,” Ada Moss said in an interview with a paper.').medium).toBe('INTERVIEW')
  expect(only('At a news conference, Ada Moss said the pier was safe.').medium).toBe('PRESS_CONFERENCE')
  expect(only('“The pier is safe,” Ada Moss said in a statement.').medium).toBe('WRITTEN_STATEMENT')
  expect(only('“The pier is safe,” Ada Moss said during a rally in Ruhn.').medium).toBe('SPEECH')
  expect(only('“The pier is safe,” Ada Moss said.').medium).toBe('UNKNOWN')
})

it('takes title, byline, known speakers and language as options', () => {
  const text =
    'The pier holds, and the town is glad of it.\n\nIvo Hale\n\n“It will hold for years,” Moss said.'
  const found = extract(text, {
    title: 'The pier holds, and the town is glad of it.',
    byline: 'Ivo Hale',
    speakers: [{ name: 'Ada Moss', aliases: ['the harbour master'] }],
  })
  expect(found.segments.map((segment) => segment.kind)).toEqual(['TITLE', 'BYLINE', 'BODY'])
  expect(found.statements[0]?.speaker).toBe('Ada Moss')
  expect(extract(text, { language: 'fr' }).statements).toMatchObject([{ cue: null }])
  expect(extract(text, { language: 'en-GB' }).statements).toHaveLength(1)
})

it('is surer of what a surer rule found', () => {
  const direct = only('“The pier is safe,” Ada Moss said.')
  const loose = only('Ada Moss dismissed the fears of the town.')
  expect(direct.confidence).toBeGreaterThan(0.9)
  expect(loose.confidence).toBeLessThan(direct.confidence)
  expect(direct).toMatchObject({ cue: 'said', mention: 'Ada Moss' })
})

it('passes over verbs that do not report: negated, passive, hypothetical, nouns', () => {
  expect(said('Ada Moss did not say that the pier was safe.')).toEqual([])
  expect(said('Ada Moss was told that the pier was safe.')).toEqual([])
  expect(said('Ada Moss might deny the plan, the storm and the rest of it.')).toEqual([])
  expect(said('The reports of the storm reached Ruhn, and the claims were paid.')).toEqual([])
  expect(said('Ada Moss hopes to tell the council that the pier is safe.')).toEqual([])
})

it('knows other ways to report', () => {
  expect(said('Ada Moss was quoted as saying that the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('Ada Moss went on to say that the pier was safe.')).toEqual(['Ada Moss: the pier was safe'])
  expect(said("The council heard Ada Moss's claim that the pier was safe.")).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('“The pier is safe.” — Ada Moss')).toEqual(['Ada Moss: “The pier is safe.”'])
  expect(said('Ada Moss called on Monday for a new pier of stone.')).toEqual([
    'Ada Moss: a new pier of stone',
  ])
  expect(said('As Ada Moss put it: “Nobody wins.”')).toEqual(['Ada Moss: “Nobody wins.”'])
  expect(said('Said Ada Moss: “Nobody wins.”')).toEqual(['Ada Moss: “Nobody wins.”'])
  expect(said('On the show “Ruhn Today,” Ada Moss said the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('While Ada Moss said the pier was safe, the boats had left.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('A resident lost a boat but said the pier was safe.')).toEqual([
    '(A resident): the pier was safe',
  ])
})
