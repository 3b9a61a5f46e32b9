import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePartialDate } from './partial-date.js'

describe('parsePartialDate', () => {
  it.each([
    ['2026', 'YEAR', '2026', '2026-01-01', '2026-12-31', null],
    [2026, 'YEAR', '2026', '2026-01-01', '2026-12-31', null],
    [7, 'YEAR', '0007', '0007-01-01', '0007-12-31', null],
    ['2024-02', 'MONTH', '2024-02', '2024-02-01', '2024-02-29', null],
    ['1900-02', 'MONTH', '1900-02', '1900-02-01', '1900-02-28', null],
    [' 2026-03-02 ', 'DAY', '2026-03-02', '2026-03-02', '2026-03-02', null],
    ['9999-12-31', 'DAY', '9999-12-31', '9999-12-31', '9999-12-31', null],
    ['2026-03-02T10:30', 'DAY', '2026-03-02', '2026-03-02', '2026-03-02', null],
    [
      '2026-03-02T23:30:00-05:00',
      'INSTANT',
      '2026-03-02T23:30:00-05:00',
      '2026-03-02',
      '2026-03-02',
      '2026-03-03T04:30:00.000Z',
    ],
    [
      '2026-03-02 10:30+0200',
      'INSTANT',
      '2026-03-02T10:30:00+02:00',
      '2026-03-02',
      '2026-03-02',
      '2026-03-02T08:30:00.000Z',
    ],
    [
      '2026-03-02T10:30:00.1239Z',
      'INSTANT',
      '2026-03-02T10:30:00Z',
      '2026-03-02',
      '2026-03-02',
      '2026-03-02T10:30:00.123Z',
    ],
    [
      new Date('2026-03-02T10:30:00Z'),
      'INSTANT',
      '2026-03-02T10:30:00Z',
      '2026-03-02',
      '2026-03-02',
      '2026-03-02T10:30:00.000Z',
    ],
  ])('reads %s as %s', (value, precision, edtf, earliest, latest, instant) => {
    expect(parsePartialDate(value)).toMatchObject({
      edtf,
      earliest,
      latest,
      precision,
      instant,
      basis: 'STATED',
    })
  })

  it('keeps the text that it has read', () => {
    expect(parsePartialDate(2026).asWritten).toBe('2026')
    expect(parsePartialDate('2026-03', 'EXTERNAL')).toMatchObject({ asWritten: '2026-03', basis: 'EXTERNAL' })
    expect(parsePartialDate(new Date(0)).asWritten).toBeNull()
  })

  it.each([
    '',
    'yesterday',
    '0000',
    0,
    -5,
    10_000,
    2026.5,
    '2026-13',
    '2026-00-01',
    '2026-02-30',
    '2026-3-2',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:30:00+99:00',
    '0001-01-01T00:00:00+10:00',
    '9999-12-31T23:59:59-10:00',
    new Date(Number.NaN),
    true,
    {},
    [],
    undefined,
  ])('refuses %s and says what is accepted', (value) => {
    expect(() => parsePartialDate(value)).toThrow(/must be a year \(2026\)/)
  })

  it('never ends a date before it begins, and reads its own result as the same date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString()
          for (const length of [4, 7, 10, 24]) {
            const read = parsePartialDate(iso.slice(0, length))
            expect(read.earliest <= read.latest).toBe(true)
            expect(parsePartialDate(read.edtf).edtf).toBe(read.edtf)
            expect(read.edtf.startsWith(iso.slice(0, Math.min(length, 19)))).toBe(true)
          }
        },
      ),
    )
  })

  it('throws only RangeError', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          parsePartialDate(value)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})
