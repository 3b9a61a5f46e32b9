import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ mention, segments }) =>
      `${mention}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it.each([
  ['he went on', 'he'],
  ['Ivo Hale went on', 'Ivo Hale'],
  ['she continued', 'she'],
  ['she shook her head', 'she'],
  ['Ada Moss wiped her eyes', 'Ada Moss'],
  ['he said, looking at the floor', 'he'],
  ['she said quietly', 'she'],
  ['he said, and paused', 'he'],
  ['the mayor’s wife chimed in', 'the mayor’s wife'],
  ['said Ivo Hale, smiling', 'Ivo Hale'],
])('lets any verb interrupt a quotation: %s', (words, mention) => {
  expect(said(`“Nobody in this town,” ${words}, “wants another winter like that.”`)).toEqual([
    `${mention}: “Nobody in this town,” | “wants another winter like that.”`,
  ])
})

it('reads interruptions between dashes, and commas outside the marks', () => {
  expect(said('“Nobody in this town” — he paused — “wants another winter.”')).toEqual([
    'he: “Nobody in this town” | “wants another winter.”',
  ])
  expect(said('“Nobody in this town”, he went on, “wants another winter”.')).toEqual([
    'he: “Nobody in this town” | “wants another winter”',
  ])
})

it('joins no quotations that do not go on', () => {
  expect(said('He read “The Long Winter” on deck and liked “The Short Summer” less.')).toEqual([])
  expect(said('“It is old,” Ada Moss said. “It leaks,” Ivo Hale said.')).toEqual([
    'Ada Moss: “It is old,”',
    'Ivo Hale: “It leaks,”',
  ])
})
