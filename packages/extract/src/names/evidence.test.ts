import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const speakersOf = (...paragraphs: string[]) =>
  extract(paragraphs.join('\n\n')).statements.map(({ speaker }) => speaker)
const kindsOf = (...paragraphs: string[]) =>
  Object.fromEntries(extract(paragraphs.join('\n\n')).speakers.map(({ name, kind }) => [name, kind]))

it('tells by an honorific anywhere whom a pronoun means', () => {
  expect(
    speakersOf(
      'Tavi Brod opened the pier. “Yes,” Orla Venn said. “No,” he said.',
      'Mr Brod went home with Ms Venn.',
    ),
  ).toEqual(['Orla Venn', 'Tavi Brod'])
})

it('tells it by a pronoun after the only person of a sentence, too', () => {
  expect(
    speakersOf(
      'Orla Venn brought her dog. Tavi Brod brought his cat.',
      '“It barks,” Venn said. “It bites,” Brod said.',
      '“It sleeps now,” she said.',
    ),
  ).toEqual(['Orla Venn', 'Tavi Brod', 'Orla Venn'])
})

it('tells it by a pronoun after a sentence that brought somebody in by the full name', () => {
  expect(
    speakersOf(
      '“It is late,” Mr Brod said.',
      'Zyl Venn keeps the lamp of the pier. He has never slept there. “It burns,” he said.',
    ),
  ).toEqual(['Brod', 'Zyl Venn'])
})

it('gives whoever opens a sentence after a place the office that the next one names', () => {
  expect(speakersOf('In Ruhn, Orla Venn was quick. “It is long,” the foreign minister said.')).toEqual([
    'Orla Venn',
  ])
})

it('lets a place speak as its government, and takes “she” for somebody else', () => {
  const text = [
    'Orla Venn arrived in Kestra on Monday, and she was tired. Kestra said that the talks would go on.',
    '“They will,” she said.',
  ]
  expect(speakersOf(...text)).toEqual(['Kestra', 'Orla Venn'])
  expect(kindsOf(...text)).toEqual({ Kestra: 'ORGANIZATION', 'Orla Venn': 'PERSON' })
})

it('takes a name whose last word is a thing of the text for a company', () => {
  expect(kindsOf('Brod Line said that the ferries would sail. The line has four of them.')).toEqual({
    'Brod Line': 'ORGANIZATION',
  })
})

it('takes an office for its holder, one that nobody has yet for whoever was spoken of last', () => {
  expect(
    speakersOf(
      'Orla Venn, the transport minister, met Tavi Brod, the mayor of Ruhn.',
      '“We agree,” the mayor said. “We do,” the transport minister said.',
    ),
  ).toEqual(['Tavi Brod', 'Orla Venn'])
  expect(speakersOf('Orla Venn opened the pier. “It is long,” the mayor said.')).toEqual(['Orla Venn'])
  expect(speakersOf('Orla Venn opened the pier. “It is long,” her spokesman said.')).toEqual([null])
})

it('writes names in capitals as names', () => {
  const turn = (name: string, words: string) => `${name}: ${words}`
  const text = [
    turn('ORLA VENN', 'Good morning.'),
    turn('TAVI BROD', 'Good evening.'),
    turn('ORLA VENN', 'Good.'),
  ]
  expect(speakersOf(...text)).toEqual(['Orla Venn', 'Tavi Brod', 'Orla Venn'])
})

it('goes on with a turn in the paragraphs before the next one', () => {
  const text = [
    ...[
      'ORLA VENN: Good morning.',
      'TAVI BROD: The pier is safe.',
      'I have walked on it myself.',
      '(Laughter.)',
    ],
    ...['ORLA VENN: Alone?', 'TAVI BROD: With a dog.'],
  ]
  expect(speakersOf(...text)).toEqual(['Orla Venn', 'Tavi Brod', 'Tavi Brod', 'Orla Venn', 'Tavi Brod'])
})

it('leaves an emoji before a quotation out', () => {
  const text = 'The pier opened on Monday. 🎉 “It is 🚢 long,” said Orla Venn.'
  const [statement] = extract(text).statements
  expect(text.slice(statement?.start, statement?.end)).toBe('“It is 🚢 long,”')
})
