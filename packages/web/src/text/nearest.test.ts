import { expect, it } from 'vitest'
import { nearest } from './nearest.js'
import { nextEnd, nextStart } from './word-borders.js'

const text = 'He left. “The quay is his,” he said. Then he and the heron slept.'
const all = { start: 0, end: text.length }
const spanOf = (words: string, from = 0) => ({
  start: text.indexOf(words, from),
  end: text.indexOf(words, from) + words.length,
})
const quoted = spanOf('“The quay is his,”')

it('finds the mention that stands nearest to the words, as a whole word', () => {
  expect(nearest(text, all, 'he', [quoted])).toEqual(spanOf('he said'.slice(0, 2), quoted.end))
  expect(nearest(text, all, 'He', [quoted])).toEqual({ start: 0, end: 2 })
  expect(nearest(text, all, 'hero', [quoted])).toBeNull()
  expect(nearest(text, all, '', [quoted])).toBeNull()
  expect(nearest(text, { start: 0, end: quoted.end }, 'slept', [quoted])).toBeNull()
})

it('finds it within the words only when it stands nowhere else', () => {
  expect(nearest(text, all, 'quay', [quoted])).toEqual(spanOf('quay'))
  expect(nearest(text, all, 'he', [spanOf('he and the')])).toEqual(spanOf('he said'.slice(0, 2), quoted.end))
})

it('goes from word to word, and stays where there is none', () => {
  expect(text.slice(nextStart(text, 0, 1))).toMatch(/^left/)
  expect(nextStart(text, 0, -1)).toBe(0)
  expect(text.slice(0, nextEnd(text, quoted.end, -1))).toMatch(/is$/)
  expect(nextEnd(text, text.length, 1)).toBe(text.length)
})
