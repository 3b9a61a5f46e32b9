import { expect, it } from 'vitest'
import { extract } from '../extract.js'

/** Whose each statement is: all the names of those who say it together, or the mention in brackets. */
const whose = (text: string) =>
  extract(text).statements.map(({ speaker, coSpeakers = [], mention }) =>
    speaker === null ? `(${mention})` : [speaker, ...coSpeakers].join(' + '),
  )

it.each([
  ['Ada Moss and Ivo Hale said the pier was safe.', 'Ada Moss + Ivo Hale'],
  ['“It is safe,” said Ada Moss and Ivo Hale.', 'Ada Moss + Ivo Hale'],
  ['Both Ms. Moss and Mr. Hale say the pier is safe.', 'Moss + Hale'],
  [
    'Ada Moss (Ruhn), Ivo Hale (Osten) and Mia Holt all said the pier was safe.',
    'Ada Moss + Ivo Hale + Mia Holt',
  ],
])('gives both: %s', (text, names) => expect(whose(text)).toEqual([names]))

it.each([
  ['Ada Moss met Ivo Hale, who said the pier was safe.', 'Ivo Hale'],
  ['Ada Moss and Ivo Hale, who said the pier was safe, left.', 'Ivo Hale'],
  ['In Ruhn, Ada Moss said the pier was safe.', 'Ada Moss'],
  ['Ada Moss’s brother and Ivo Hale said the pier was safe.', 'Ivo Hale'],
])('gives one speaker: %s', (text, name) => expect(whose(text)).toEqual([name]))

it('takes “both ministers” for the two who were named together', () => {
  const met = 'Karl Dahl, the foreign minister, and Ada Moss, the trade minister, met in Ruhn.'
  for (const they of ['Both ministers', 'The two ministers', 'The two leaders', 'The pair', 'Both', 'They'])
    expect(whose(`${met} ${they} said the treaty was dead.`)).toEqual(['Karl Dahl + Ada Moss'])
  expect(whose(`${met} The two mayors said the treaty was dead.`)).toEqual(['(The two mayors)'])
  expect(whose(`${met} The two women said the treaty was dead.`)).toEqual(['(The two women)'])
  expect(whose(`${met} The two countries said the treaty was dead.`)).toEqual(['(The two countries)'])
  expect(whose(`${met} Two ministers said the treaty was dead.`)).toEqual(['(Two ministers)'])
})

it('takes them, without such a pair, for the two who spoke last, in the order of their words', () => {
  const text = 'Ada Moss said it was late. Ivo Hale said it was early. The two said they would go home.'
  expect(whose(text)).toEqual(['Ada Moss', 'Ivo Hale', 'Ada Moss + Ivo Hale'])
  expect(whose('Ada Moss said it was late. The two said they would go home.').at(-1)).toBe('(The two)')
})

it('lists whoever joins in as a speaker with office and mentions', () => {
  const { speakers } = extract('Mayor Ada Moss and Ivo Hale said the pier was safe.')
  expect(speakers).toMatchObject([{ name: 'Ada Moss', role: 'Mayor' }, { name: 'Ivo Hale' }])
  expect(speakers[1]?.mentions).toHaveLength(1)
})

it('gives two names as one mention, as they are written', () => {
  const [statement] = extract('Ada Moss and Ivo Hale said the pier was safe.').statements
  expect(statement?.mention).toBe('Ada Moss and Ivo Hale')
})
