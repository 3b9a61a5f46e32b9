import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const altered = (text: string) =>
  extract(text).statements.flatMap(({ alterations }) =>
    alterations.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
  )

it('finds what an editor puts in, changes and leaves out', () => {
  expect(altered('“(T)hese boats hold (so far) … and it [the pier] holds,” Ada Moss said.')).toEqual([
    'CASE_CHANGE (T)',
    'INSERTION (so far)',
    'ELLIPSIS …',
    'INSERTION [the pier]',
  ])
  expect(altered('Ada Moss said the pier “[h]olds … [...] . . . for now.”')).toEqual([
    'CASE_CHANGE [h]',
    'ELLIPSIS …',
    'ELLIPSIS [...]',
    'ELLIPSIS . . .',
  ])
})

it('takes a bracket where a word is wanting for that word', () => {
  expect(
    altered('“I told [him] that we must leave it to [the mayor] and work[ed] on,” Ada Moss said.'),
  ).toEqual(['SUBSTITUTION [him]', 'SUBSTITUTION [the mayor]', 'SUBSTITUTION [ed]'])
})

it('leaves longer asides in round brackets to the speaker, and all outside the marks to the reporter', () => {
  expect(altered('“It holds (and I have walked on it myself),” Ada Moss said.')).toEqual([])
  expect(altered('Ada Moss [the mayor] said the pier (so far) is “safe enough for boats”.')).toEqual([])
  expect(altered('Ada Moss said that the pier (so far) holds … for now.')).toEqual([])
})
