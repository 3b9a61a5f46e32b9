import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateBounds } from '../dates/fuzzy-date.js'
import { readDate } from '../record/write/read-date.js'

const read = (edtf: string) => readDate({ edtf, basis: 'STATED' }, ['input', 'saidAt'])
const boundsOf = (edtf: string) => {
  const { earliest, latest, precision } = dateBounds(read(edtf))
  return [earliest, latest, precision]
}

describe('readDate', () => {
  it.each([
    ['2026', ['2026-01-01', '2026-12-31', 'YEAR']],
    [' 2026-02 ', ['2026-02-01', '2026-02-28', 'MONTH']],
    ['2026-03-02', ['2026-03-02', '2026-03-02', 'DAY']],
    ['2026-03-02T10:30:00+01:00', ['2026-03-02', '2026-03-02', 'INSTANT']],
    ['../2026-03', [null, '2026-03-31', 'UNKNOWN']],
    ['2026-03-02/..', ['2026-03-02', null, 'UNKNOWN']],
    ['2026-03-02/2026-03-09', ['2026-03-02', '2026-03-09', 'MONTH']],
    ['2026-03-02/2026-04', ['2026-03-02', '2026-04-30', 'YEAR']],
    ['2025/2026', ['2025-01-01', '2026-12-31', 'UNKNOWN']],
    ['0001/9999', ['0001-01-01', '9999-12-31', 'UNKNOWN']],
  ])('reads %s', (edtf, bounds) => {
    expect(boundsOf(edtf)).toEqual(bounds)
  })

  it.each([
    '0000',
    '10000',
    '2026-13',
    '2026-02-30',
    'Tuesday',
    '../..',
    '2026/2025',
    '2026/2027/2028',
    '/2026',
  ])('refuses %s with the name of the field', (edtf) => {
    expect(() => read(edtf)).toThrow(/^input\.saidAt\.edtf /)
  })

  it('gives an unknown date for words alone, and refuses an input with neither date nor words', () => {
    expect(readDate({ basis: 'STATED', asWritten: ' On Tuesday ' }, [])).toEqual({
      edtf: null,
      basis: 'UNKNOWN',
      asWritten: 'On Tuesday',
    })
    expect(readDate(null, [])).toBeNull()
    expect(() => readDate({ basis: 'STATED', asWritten: ' ' }, ['input', 'saidAt'])).toThrow(
      'input.saidAt says nothing: pass edtf, asWritten, or both; null when nothing is known',
    )
    expect(() => read(' ')).toThrow('input.saidAt.edtf is empty: leave it out when only the words are known')
    expect(() => readDate({ basis: 'STATED', asWritten: 'x'.repeat(2_001) }, ['date'])).toThrow(
      'date.asWritten has 2001 characters: pass at most 2000',
    )
    expect(dateBounds(null)).toEqual({ earliest: null, latest: null, instant: null, precision: 'UNKNOWN' })
  })

  it('gives EDTF that reads as itself, with bounds in order', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const end = fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
      day.map((date) => date.slice(0, 4)),
      fc.constant('..'),
    )
    fc.assert(
      fc.property(end, end, (from, until) => {
        let fields: ReturnType<typeof read>
        try {
          fields = read(`${from}/${until}`)
        } catch {
          return
        }
        const { earliest, latest } = dateBounds(fields)
        expect(earliest === null || latest === null || earliest <= latest).toBe(true)
        expect(read(fields?.edtf ?? '')).toEqual(fields)
      }),
    )
  })
})
