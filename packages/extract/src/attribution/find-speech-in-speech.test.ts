import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(({ speaker, within, start, end }) => [speaker, within, text.slice(start, end)])

it('finds indirect speech inside indirect speech', () => {
  expect(said('Ada Moss said that Ivo Hale had told her that the pier was safe.')).toEqual([
    ['Ada Moss', null, 'Ivo Hale had told her that the pier was safe'],
    ['Ivo Hale', 0, 'the pier was safe'],
  ])
})

it('finds marks inside marks', () => {
  expect(said('“Then Ivo Hale said, ‘No.’ I went home,” Ada Moss said.')).toEqual([
    ['Ada Moss', null, '“Then Ivo Hale said, ‘No.’ I went home,”'],
    ['Ivo Hale', 0, '‘No.’'],
  ])
  expect(said('“He said ‘maybe’ to me,” Ada Moss said.')).toEqual([
    ['Ada Moss', null, '“He said ‘maybe’ to me,”'],
  ])
})

it('puts two who speak in one sentence not inside each other', () => {
  expect(
    said('Ada Moss said that the pier was safe, and Ivo Hale said that it was old.').map(([, w]) => w),
  ).toEqual([null, null])
})
