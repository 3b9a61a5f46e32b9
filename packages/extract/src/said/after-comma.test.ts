import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const words = (text: string) =>
  extract(text).statements.map(({ segments }) =>
    segments.map((span) => text.slice(span.start, span.end)).join(' | '),
  )

it.each([
  ['If, as Hale says, the dam is old, the town must pay.', 'the dam is old'],
  ['When, as Ivo Hale said, the dam fell, the town paid.', 'the dam fell'],
  ['Because, as Ivo Hale argued, the dam was old, nobody used it.', 'the dam was old'],
  ['Although, as Hale admitted, the dam was old, it held.', 'the dam was old'],
  ['Unless, as Hale claims, the dam is safe, the town must pay.', 'the dam is safe'],
])('takes the clause behind “as Hale says”, without the conjunction before it: %s', (text, said) => {
  expect(words(text)).toEqual([said])
})

it.each([
  ['The dam, as Hale said, was old.', 'The dam | was old'],
  ['Yet, as Hale says, the dam is very old.', 'the dam is very old'],
  ['As Hale says, the dam is very old.', 'the dam is very old'],
  ['If the dam falls, Hale said, the town must pay.', 'If the dam falls | the town must pay'],
  ['If, Hale said, the dam falls, the town must pay.', 'If | the dam falls, the town must pay'],
])('leaves other words around a comma as they are: %s', (text, said) => {
  expect(words(text)).toEqual([said])
})
