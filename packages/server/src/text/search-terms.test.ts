import { expect, it } from 'vitest'
import { indicesOfTerms, termsIn } from './search-terms.js'

const lexemes = (term: ReturnType<typeof termsIn>[number]) =>
  term.map(({ lexeme, distance }) => `${distance || ''}${lexeme}`).join(' ')

it.each([
  [`'herring'`, ['herring']],
  [`'it''s' & 'a\\\\b'`, ["it's", 'a\\b']],
  [`'joint' <-> 'statement' | 'rain'`, ['joint 1statement', 'rain']],
  [`'hous' <3> 'island' & ( 'a' <-> 'b' | 'c' )`, ['hous 3island', 'a 1b', 'c']],
  ['', []],
])('reads the words and phrases of the query %s', (tree, terms) => {
  expect(termsIn(tree).map(lexemes)).toEqual(terms)
})

it.each([
  [`'fair' <-> 'price'`, 'fair is the price of a fair price', [6, 7]],
  [`'fair' <2> 'price'`, 'fair the price', [0, 2]],
  [`'fair' <-> 'price'`, 'fair the price', []],
  [`'fair' <-> 'price' | 'the'`, 'fair the price', [1]],
  [`'cut' <-> 'off' <-> 'line'`, 'a cut-off line', [1, 2]],
  [`'a' <-> 'a'`, 'b a a a', [1, 2, 3]],
])('finds %s in "%s" at %j', (tree, text, places) => {
  const words = text.split(' ').map((word) => new Set(word.split('-')))
  expect([...indicesOfTerms(termsIn(tree), words)].toSorted()).toEqual(places)
})
