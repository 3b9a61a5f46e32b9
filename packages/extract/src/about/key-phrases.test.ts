import { expect, it } from 'vitest'
import { english } from '../languages/en/english.js'
import { readWords } from '../text/words.js'
import { keyPhrases } from './key-phrases.js'

const phrasesOf = (text: string) =>
  keyPhrases([readWords(text, { start: 0, end: text.length })], english.lexicon)

it('finds pairs of words that recur, with their places', () => {
  const [first, ...others] = phrasesOf('The carbon levy rose. A carbon levy falls. No carbon levy stays.')
  expect(others).toEqual([])
  expect(first?.phrase).toBe('carbon levy')
  expect(first?.spans.map(({ start }) => start)).toEqual([4, 24, 46])
})

it('takes linear time for one pair that recurs all the time', { retry: 2 }, () => {
  const before = process.cpuUsage()
  expect(phrasesOf('carbon levy '.repeat(100_000))[0]?.spans).toHaveLength(100_000)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
})
