import { expect, it } from 'vitest'
import { alternatives } from './alternatives.js'

it.each([
  [[], ''],
  [['html'], 'html'],
  [['text', 'html'], 'text or html'],
  [['text', 'markdown', 'html'], 'text, markdown or html'],
])('%j are said as %j', (words, said) => expect(alternatives(words)).toBe(said))
