import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, segments }) =>
      `${speaker}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it.each([
  '“We close no clinic.” — Gail Stark, chair of the agency',
  '“We close no clinic.”\n— Gail Stark, chair of the agency',
  'The agency met.\n\n“We close no clinic.”\n\n— Gail Stark, Chair of the Agency of Health\n\nIt met again.',
  '“We close no clinic.” - Gail Stark',
  '“We close no clinic.” – Gail Stark, Ruhn',
  '“We close no clinic.”\n~ Gail Stark',
  '“We close no clinic.” (Gail Stark, retired nurse)',
  '“We close no clinic.” -- Gail Stark, May 4',
])('gives a quotation to whoever signs it: %j', (text) => {
  expect(said(text)).toEqual(['Gail Stark: “We close no clinic.”'])
})

it.each([
  ['“Stop!” — Moss turned to the door.', ['null: “Stop!”']],
  ['“We will not go.” — a nurse in Ruhn', ['null: “We will not go.”']],
  ['“The Town by the Sea” — Ada Moss', []],
  ['“We are ready.”\n\n— Ada Moss will chair the board on Monday.', ['null: “We are ready.”']],
  ['The council named two members.\n\n- Ada Moss, chair\n\n- Ivo Hale, treasurer', []],
  ['“It is late.” (Ada Moss had gone home.)', ['null: “It is late.”']],
])('reads no signature in %j', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

it('ends a speech with its signature', () => {
  expect(said('“Open it.” — Ada Moss\n\n“Close it.”\n\n— Ivo Hale\n\n“Leave it alone.”')).toEqual([
    'Ada Moss: “Open it.”',
    'Ivo Hale: “Close it.”',
    'null: “Leave it alone.”',
  ])
})

it('joins the paragraphs of a quotation that is signed below', () => {
  expect(said('“The pier is old.\n\n“The boats are older.”\n\n— Ada Moss')).toEqual([
    'Ada Moss: “The pier is old. | “The boats are older.”',
  ])
})

it.each([
  'Ruhn is proud of you. Thank you. — Mayor Lena Ford (@lenaford) March 3, 2025',
  'The mayor answered.\n\nRuhn is proud of you. Thank you.\n\n— Mayor Lena Ford (@lenaford) March 3, 2025',
  'Ruhn is proud of you. Thank you.\n— Lena Ford (@lenaford) March 3, 2025\n\nFord has run the town for years.',
  'Ruhn is proud of you. Thank you. - Lena Ford (@lenaford), March 3, 2025',
  'Ruhn is proud of you. Thank you. – Lena Ford @lenaford March 3, 2025',
])('takes the words of a post, without its name and date: %j', (text) => {
  const { statements } = extract(text)
  expect(statements).toHaveLength(1)
  expect(statements[0]).toMatchObject({ speaker: 'Lena Ford', medium: 'SOCIAL_POST', kind: 'DIRECT' })
  expect(statements[0]?.saidAt).toMatchObject({ asWritten: 'March 3, 2025', edtf: '2025-03-03' })
  expect(text.slice(statements[0]?.start, statements[0]?.end)).toBe('Ruhn is proud of you. Thank you.')
})

it.each([
  'Ada Moss left — Ivo Hale (@ivohale) went home on Monday.',
  'The town was quiet.\n\n— Lena Ford',
  'The pier was open — Lena Ford had seen to that.',
  'Lena Ford (@lenaford) runs the town.',
  'Follow the town — and its mayor (@lenaford) — on Monday.',
])('reads no post in %j', (text) => {
  expect(said(text)).toEqual([])
})

it.each([
  ['Tom Vale (@tomvale) runs the dam. “It is safe,” tweeted @tomvale.', 'Tom Vale'],
  ['Engineer Tom Vale, @tomvale, runs the dam. “It is safe,” @tomvale wrote.', 'Tom Vale'],
  ['“It is safe,” @tomvale wrote. Tom Vale (@tomvale) runs the dam.', 'Tom Vale'],
  ['“It is safe,” tweeted @tomvale.', '@tomvale'],
  ['Tom Vale runs the dam. “It is safe,” posted @damwatch.', '@damwatch'],
  ['Tom Vale (@tomvale) and Ada Moss met. “It is safe,” @adamoss said.', '@adamoss'],
])('takes a handle for its person, if the text gives it with a name: %j', (text, speaker) => {
  expect(extract(text).statements.map((statement) => statement.speaker)).toEqual([speaker])
})

it.each([
  ['Maria "Mouse" Okafor runs the pier. "It is safe," said Mouse.', 'Maria Okafor'],
  ['Maria “Mouse” Okafor runs the pier. “It is safe,” said Okafor.', 'Maria Okafor'],
  ['“It is safe,” said Maria “Mouse” Okafor.', 'Maria Okafor'],
  ['Ada Moss met Tom ‘Big Boat’ Vale. “It is safe,” Big Boat said.', 'Tom Vale'],
  ['Mayor Maria "Mouse" Okafor came. "It is safe," Mouse told the town.', 'Maria Okafor'],
  ['Ada Moss sang “Mouse” to the class. “It is safe,” said Moss.', 'Ada Moss'],
  ['Ivo Hale sang “Boats of Ruhn” again. “It is safe,” said Hale.', 'Ivo Hale'],
])('takes a nickname in marks for a name of its person: %j', (text, speaker) => {
  expect(extract(text).statements.map((statement) => statement.speaker)).toEqual([speaker])
})

it('lists handle and nickname among the names of a speaker', () => {
  const { speakers } = extract('Maria “Mouse” Okafor (@mouse) said the pier was safe.')
  expect(speakers).toMatchObject([{ name: 'Maria Okafor', aliases: ['Mouse', '@mouse'] }])
})
