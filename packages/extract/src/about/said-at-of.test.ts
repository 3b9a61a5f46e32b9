import { expect, it } from 'vitest'
import { extract } from '../extract.js'

/** As written, what it names on Wednesday, 27 January 2021, and how exactly that is known. */
const saidAt = (text: string, publishedAt?: string) => {
  const found = extract(text, publishedAt ? { publishedAt } : {}).statements[0]?.saidAt
  if (found) expect(text.slice(found.start, found.end)).toBe(found.asWritten)
  return found && [found.asWritten, found.edtf, found.precision, found.basis]
}
const DAY = '2021-01-27'

it.each([
  ['“It holds,” Ada Moss said on Tuesday.', ['on Tuesday', '2021-01-26', 'DAY', 'INFERRED']],
  ['“It holds,” Ada Moss said on Friday night.', ['on Friday night', '2021-01-22', 'DAY', 'INFERRED']],
  ['“It holds,” Ada Moss said Wednesday.', ['Wednesday', '2021-01-27', 'DAY', 'INFERRED']],
  ['Ada Moss told reporters last month that it held.', ['last month', '2020-12', 'MONTH', 'INFERRED']],
  ['Ada Moss said in March that it held.', ['in March', '2020-03', 'MONTH', 'INFERRED']],
  ['On 3 March, Ada Moss said that it held.', ['On 3 March', '2020-03-03', 'DAY', 'INFERRED']],
  ['Ada Moss said on March 3, 2019, that it held.', ['on March 3, 2019', '2019-03-03', 'DAY', 'STATED']],
  ['In a 2019 speech, Ada Moss said that it held.', ['In a 2019 speech', '2019', 'YEAR', 'STATED']],
  ['“It holds,” Ada Moss said two days ago.', ['two days ago', '2021-01-25', 'DAY', 'INFERRED']],
  ['Ada Moss on Monday said that it held.', ['on Monday', '2021-01-25', 'DAY', 'INFERRED']],
  ['“It holds,” Ada Moss said this morning.', ['this morning', '2021-01-27', 'DAY', 'INFERRED']],
  ['“It holds,” Ada Moss said last week.', ['last week', null, 'UNKNOWN', 'UNKNOWN']],
])('finds the time of: %s', (text, expected) => {
  expect(saidAt(text, DAY)).toEqual(expected)
})

it('resolves only dates that print their year, without the day of publication', () => {
  expect(saidAt('“It holds,” Ada Moss said on Tuesday.')).toEqual(['on Tuesday', null, 'UNKNOWN', 'UNKNOWN'])
  expect(saidAt('“It holds,” Ada Moss said in March 2019.')).toEqual([
    'in March 2019',
    '2019-03',
    'MONTH',
    'STATED',
  ])
})

it('gives the first and the last day', () => {
  const at = (text: string) => extract(text, { publishedAt: '2021-03-10' }).statements[0]?.saidAt
  expect(at('“It holds,” Ada Moss said last month.')).toMatchObject({
    earliest: '2021-02-01',
    latest: '2021-02-28',
  })
})

it('takes no time from the words said, nor that of something else', () => {
  expect(saidAt('Ada Moss said that the pier fell on Tuesday.', DAY)).toBeNull()
  expect(saidAt('“It fell on Tuesday,” Ada Moss said.', DAY)).toBeNull()
  expect(saidAt('“It holds,” Ada Moss said after the council met on Tuesday.', DAY)).toBeNull()
  expect(saidAt('“It holds,” said Ada Moss, who was elected in 2019.', DAY)).toBeNull()
  expect(saidAt('The man arrested on Tuesday said that it held.', DAY)).toBeNull()
})

it('dates all that a dated cue opens', () => {
  const text = 'On Monday Ada Moss wrote the following:\n\n“It holds.”\n\n“It will hold.”'
  expect(extract(text, { publishedAt: DAY }).statements.map(({ saidAt }) => saidAt?.edtf)).toEqual([
    '2021-01-25',
    '2021-01-25',
  ])
})
