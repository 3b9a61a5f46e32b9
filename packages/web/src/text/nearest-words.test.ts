import { expect, it } from 'vitest'
import { nearestWords, placesOf } from './nearest-words.js'

const TEXT = 'The quay is old. “The quay is quite sound today,” said Okafor. The board met on Monday.'

const found = (words: string, content = TEXT) => {
  const place = nearestWords(content, words)
  return place && content.slice(place.start, place.end)
}

it.each([
  ['“The quay is sound today,”', '“The quay is quite sound today,”'],
  ['the quay IS quite sound tödäy', 'The quay is quite sound today'],
  ['the board meets on Monday', 'The board met on Monday'],
  ['nothing of the kind was ever heard here before', null],
  ['', null],
])('finds where %s went', (words, place) => {
  expect(found(words)).toBe(place)
})

it('finds nothing in an empty text, and is fast in a long one', () => {
  expect(found('the quay', '')).toBe(null)
  const long = `${'The board met on Monday and on Tuesday. '.repeat(20_000)}“The quay is sound,” said Okafor.`
  const began = performance.now()
  expect(found('“The quay was sound,”', long)).toBe('“The quay is sound,”')
  expect(performance.now() - began).toBeLessThan(3_000)
})

it('looks only behind the place before', () => {
  const first = nearestWords('We sail. We sail.', 'we sail') as { end: number }
  expect(nearestWords('We sail. We sail.', 'we sail', first.end)).toEqual({ start: 9, end: 16 })
})

it('finds all places of words that stand there more than once', () => {
  expect(placesOf('No. No. No.', 'No.', 2)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
  ])
})
