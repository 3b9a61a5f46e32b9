import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const offices = (text: string) => extract(text).speakers.map(({ name, role }) => [name, role])

it.each([
  ['“We will pay,” said the minister of transport, Anil Rao.', 'minister of transport'],
  ['“We will pay,” the minister of public works, Anil Rao, said.', 'minister of public works'],
  ['The minister of public works Anil Rao said the fund was closed.', 'minister of public works'],
  ['Anil Rao, 54, the transport minister, said the fund was closed.', 'transport minister'],
  ['Anil Rao (the transport minister) said the fund was closed.', 'transport minister'],
  ['Anil Rao, transport minister since 2019, said the fund was closed.', 'transport minister'],
  ['Mayor of Ruhn Anil Rao said the fund was closed.', 'Mayor of Ruhn'],
  ['Transport Minister Anil Rao said the fund was closed.', 'Transport Minister'],
  ['Anil Rao, the transport minister, said the fund was closed.', 'transport minister'],
])('finds the office of: %s', (text, office) => expect(offices(text)).toEqual([['Anil Rao', office]]))

it.each([
  'Anil Rao, then the transport minister, said the fund was closed.',
  'Anil Rao, 54, a man of few words, said the fund was closed.',
  'After he had met the mayor, Anil Rao said the fund was closed.',
  'Anil Rao (whose boat sank) said the fund was closed.',
])('finds no office of today: %s', (text) => expect(offices(text)).toEqual([['Anil Rao', null]]))

it('takes the aide of somebody for somebody else', () => {
  expect(offices('The spokesman for Anil Rao said the fund was closed.')).toEqual([])
  expect(offices('The minister of public works said the fund was closed.')).toEqual([])
})

it('leaves the office before the name out of the words', () => {
  const text = '“It was unsafe,” the mayor, Ada Moss, told the council.'
  const words = extract(text).statements.flatMap(({ segments }) =>
    segments.map(({ start, end }) => text.slice(start, end)),
  )
  expect(words).toEqual(['“It was unsafe,”'])
})

it('takes May for a name between a first name and its verb', () => {
  expect(offices('Prime Minister Theresa May said the fund was closed.')).toEqual([
    ['Theresa May', 'Prime Minister'],
  ])
  expect(offices('The minister, who may say more, left.')).toEqual([])
})
