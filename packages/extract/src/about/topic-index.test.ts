import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const text = [
  'Council and climate',
  'Ada Moss said the carbon tax would lower greenhouse gas output. “The tide gauge shows it,” Moss said.',
  'Ivo Hale read the tide gauge again. The tide gauge of Ruhn was right, and Hale went home with Moss.',
].join('\n\n')

it('finds topics of the list, recurring names and key phrases', () => {
  const { topics } = extract(text)
  const basis = Object.fromEntries(topics.map((topic) => [topic.slug, topic.basis]))
  expect(basis).toMatchObject({
    'climate-change': 'LIST',
    taxation: 'LIST',
    'ada-moss': 'NAME',
    'tide-gauge': 'PHRASE',
  })
})

it('gives a statement the topics that stand in its words, else those of its paragraph', () => {
  const { statements } = extract(text)
  expect(statements.map((statement) => statement.topics)).toEqual([
    ['taxation', 'climate-change'],
    ['tide-gauge', 'taxation', 'climate-change'],
  ])
})

it('takes another list, whose aliases are whole words, case folded, the longest first', () => {
  const { topics } = extract('Ada Moss said the New Harbour Act and the harbours were old.', {
    topics: [
      { slug: 'harbour', name: 'Harbour', aliases: [] },
      { slug: 'act', name: 'The act', aliases: ['new harbour act'] },
    ],
  })
  expect(topics.filter((topic) => topic.basis === 'LIST').map((topic) => topic.slug)).toEqual(['act'])
})

it('gives words that name no topic that of the title, and all words the main topic of the text', () => {
  const titled = ['A vote on the election', 'The hall was full.', '“Go home,” Ada Moss said.'].join('\n\n')
  expect(extract(titled).statements.map(({ topics }) => topics)).toEqual([['elections']])
  const main = [
    'The ferry was late. Another ferry was early.',
    'The ferry sank.',
    '“Go home,” Ada Moss said.',
    '“Pay the tax,” Ivo Hale said.',
  ].join('\n\n')
  expect(extract(main).statements.map(({ topics }) => topics)).toEqual([
    ['transport'],
    ['taxation', 'transport'],
  ])
})
