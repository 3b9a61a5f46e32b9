import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFromUrl, parsePrintedDate } from './printed-date.js'

describe('parsePrintedDate', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['March 2, 2026', '2026-03-02'],
    ['Mar. 2nd 2026 at 10:30 AM EST', '2026-03-02'],
    ['Monday, March 2, 2026', '2026-03-02'],
    ['2 March 2026', '2026-03-02'],
    ['Sept. 2026', '2026-09'],
    ['Mon, 02 Mar 2026 10:30:00 GMT', '2026-03-02T10:30:00Z'],
    ['Mon, 02 Mar 2026 10:30:00 -0500', '2026-03-02T10:30:00-05:00'],
  ])('reads %s', (text, edtf) => {
    expect(parsePrintedDate(text)).toMatchObject({ edtf, asWritten: text })
  })

  it.each(['03/04/2026', 'February 30, 2026', 'Marching 2, 2026', '2 March', '', 'two days ago'])(
    'does not guess at %s',
    (text) => expect(parsePrintedDate(text)).toBeNull(),
  )

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePrintedDate(text)))
  })
})

describe('dateFromUrl', () => {
  it.each([
    ['https://post.example/2026/03/02/talks', '2026-03-02'],
    ['https://post.example/news/2026-03-02-talks', '2026-03-02'],
    ['https://post.example/2026/03/talks', '2026-03'],
  ])('reads the date of %s', (url, edtf) => {
    expect(dateFromUrl(url)).toMatchObject({ edtf, basis: 'EXTERNAL' })
  })

  it.each([
    'https://post.example/news/20260302',
    'https://post.example/2026/99/',
    'https://x.example/?d=/2026/03/02/',
    'no url',
  ])('finds no date in %s', (url) => expect(dateFromUrl(url)).toBeNull())
})
