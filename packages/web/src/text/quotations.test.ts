import { expect, it } from 'vitest'
import { quotationsIn } from './quotations.js'

const found = (text: string) => quotationsIn(text, 8).quotations.map((quotation) => quotation.text)

it.each([
  ['We sail at noon', ['We sail at noon']],
  ['  “We sail at noon.”  ', ['We sail at noon.']],
  [
    '“We sail at noon,” she said. “Nobody stays behind here.”',
    ['We sail at noon,', 'Nobody stays behind here.'],
  ],
  ['He said "we sail at noon" and "yes".', ['we sail at noon']],
  ['„Wir fahren am Mittag“, sagte sie. «On part à midi.»', ['Wir fahren am Mittag', 'On part à midi.']],
  ["'It’s the best we don't have,' he said", ["It’s the best we don't have,"]],
  ['“We sail at noon, and', ['We sail at noon, and']],
  ['It’s the cook’s pen on a string', ['It’s the cook’s pen on a string']],
  ['“yes”', ['“yes”']],
  ['', ['']],
])('finds the quotations of %j', (text, quotations) => {
  expect(found(text)).toEqual(quotations)
})

it('tells that there are more than it gives', () => {
  const text = '“we sail at noon” '.repeat(9)
  expect(quotationsIn(text, 8)).toMatchObject({ quotations: { length: 8 }, tooMany: true })
  for (const { start, end, text: words } of quotationsIn(text, 8).quotations)
    expect(text.slice(start, end)).toBe(words)
})
