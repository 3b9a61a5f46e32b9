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
    ['1772532000', '2026-03-03T10:00:00Z'],
    ['1772532000123', '2026-03-03T10:00:00Z'],
    ['20260303', '2026-03-03'],
    ['20260303T101500Z', '2026-03-03T10:15:00Z'],
    ['20260303101500', '2026-03-03'],
    ['2026-03-03T10:15:00.000+0100', '2026-03-03T10:15:00+01:00'],
    ['2026-03-03T10:15:00+01:00[Europe/Vienna]', '2026-03-03T10:15:00+01:00'],
    ['2026-03-03T99:99', '2026-03-03'],
    ['Tue Mar 03 2026 10:15:00 GMT+0100 (CET)', '2026-03-03T10:15:00+01:00'],
    ['Tue Mar 03 10:15:00 CET 2026', '2026-03-03'],
    ['Tue, 3 Mar 2026 9:15:00 GMT', '2026-03-03T09:15:00Z'],
    ['3/3/2026 10:15:00 AM', '2026-03-03'],
    ['marzo 2026', '2026-03'],
    ['Mon, 02 Mar 2026 10:30:00 GMT', '2026-03-02T10:30:00Z'],
    ['Mon, 02 Mar 2026 10:30:00 -0500', '2026-03-02T10:30:00-05:00'],
  ])('reads %s', (text, edtf) => {
    expect(parsePrintedDate(text)).toMatchObject({ edtf, asWritten: text })
  })

  it.each([
    '03/04/2026',
    'February 30, 2026',
    'Marching 2, 2026',
    '2 March',
    '',
    'two days ago',
    '17725',
    '0',
    'Room 3 2026',
    '1.2.3',
  ])('does not guess at %s', (text) => expect(parsePrintedDate(text)).toBeNull())

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePrintedDate(text)))
  })
})

describe('dateFromUrl', () => {
  it.each([
    ['https://post.example/2026/03/02/talks', '2026-03-02'],
    ['https://post.example/news/2026-03-02-talks', '2026-03-02'],
    ['https://post.example/2026/03/talks', '2026-03'],
    ['https://post.example/sport/2026/mar/02/talks', '2026-03-02'],
    ['https://post.example/2026/3/2/talks', '2026-03-02'],
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
