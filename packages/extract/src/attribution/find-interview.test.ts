import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const answers = (text: string, title?: string) =>
  extract(text, title === undefined ? {} : { title }).statements.map(
    ({ speaker, medium, kind, start, end }) => `${speaker} ${medium} ${kind}: ${text.slice(start, end)}`,
  )
const paragraphs = (...all: string[]) => all.join('\n\n')

const OPENING = 'Ada Moss has run the harbour of Ruhn for ten years. She spoke to the Gazette in her office.'
const SAFE = 'Ada Moss INTERVIEW DIRECT: It is. We had it looked at in May.'
const FLOAT = 'Ada Moss INTERVIEW DIRECT: They are older than I am. But they float.'
const LABELLED = [
  'Q: Is the pier safe?',
  'A: It is. We had it looked at in May.',
  'Q: And the boats?',
  'A: They are older than I am. But they float.',
]
const BOLD = [
  'Is the pier safe?',
  'It is. We had it looked at in May.',
  'And the boats?',
  'They are older than I am. But they float.',
  'Will you stay?',
  'I will.',
]

it('gives the answers to whoever the opening names', () => {
  expect(answers(paragraphs(OPENING, ...LABELLED))).toEqual([SAFE, FLOAT])
  expect(answers(paragraphs(OPENING, ...BOLD))).toEqual([SAFE, FLOAT, 'Ada Moss INTERVIEW DIRECT: I will.'])
})

it('prefers, of several, whoever the title names', () => {
  const opening = 'Ivo Hale of the Gazette met Ada Moss in her office. Hale has known her for years.'
  expect(answers(paragraphs(opening, ...LABELLED), 'Moss on the harbour, and why she stays')).toEqual([
    SAFE,
    FLOAT,
  ])
})

it('goes on with an answer until the next question', () => {
  const text = paragraphs(
    OPENING,
    LABELLED[0] ?? '',
    'A: It is.',
    'And dry.',
    LABELLED[2] ?? '',
    'A: They float.',
  )
  expect(answers(text)).toEqual(
    ['It is.', 'And dry.', 'They float.'].map((words) => `Ada Moss INTERVIEW DIRECT: ${words}`),
  )
})

it('names nobody when the opening names nobody', () => {
  expect(answers(paragraphs('We met in the harbour.', ...LABELLED))[0]).toMatch(/^null INTERVIEW/)
  expect(answers(paragraphs('We spoke to a baker in the harbour.', ...BOLD))).toEqual([])
})

it('takes questions alone for no interview', () => {
  const moss = 'Ada Moss has run the harbour of Ruhn for ten years.'
  expect(answers(paragraphs(moss, ...BOLD))).toEqual([])
  expect(answers(paragraphs(OPENING, ...BOLD.slice(0, 4)))).toEqual([])
  expect(
    answers(paragraphs(OPENING, 'Is it safe?', 'And the boats?', 'Will she stay?', 'Nobody knows.')),
  ).toEqual([])
  expect(answers(paragraphs(OPENING, 'A: The pier.', 'Q: The quay.', 'The town has both.'))).toEqual([])
})

it('reads questions whose label stands right before their first word', () => {
  const glued = [
    'QIs the pier safe?',
    'A: It is. We had it looked at in May.',
    'QAnd the boats?',
    'A: They float.',
  ]
  expect(answers(paragraphs(OPENING, ...glued))).toEqual([SAFE, 'Ada Moss INTERVIEW DIRECT: They float.'])
})
