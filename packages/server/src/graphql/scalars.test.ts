import fc from 'fast-check'
import { GraphQLError, type GraphQLScalarType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from './service-schema.js'

const parse = (name: string, value: unknown) => (schema.getType(name) as GraphQLScalarType).parseValue(value)

const GOOD: Record<string, unknown[]> = {
  Date: ['2026-03-02', '0001-01-01', '9999-12-31', '2024-02-29'],
  DateTime: ['2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123+05:30', '0001-01-02T00:00:00Z'],
  URL: ['https://a.example', 'http://a.example/x?y#z'],
  LanguageTag: ['en', 'pt-BR', 'fa'],
  WikidataId: ['Q1', 'Q1234567'],
  Sha256: ['0'.repeat(64)],
}

const BAD: Record<string, unknown[]> = {
  Date: [
    '2026-02-30',
    '0000-01-01',
    '10000-01-01',
    '2026-3-2',
    '',
    'today',
    20260302,
    null,
    '2026-03-02T00:00:00Z',
  ],
  DateTime: [
    '2026-03-02',
    '2026-03-02T09:30:00',
    '2026-02-30T09:30:00Z',
    '2026-03-02T25:00:00Z',
    '2026-03-02T24:00:00Z',
    '+275760-09-13T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    '0001-01-01T00:00:00+12:00',
    5,
  ],
  URL: [
    'https://me:secret@a.example',
    'a.example',
    'ftp://a.example',
    'javascript:alert(1)',
    `https://a.example/${'x'.repeat(2000)}`,
    7,
  ],
  LanguageTag: ['', 'e', 'english language', 7],
  WikidataId: ['1', 'q1', 'Q0', 'Q', 'Q1; DROP', 7],
  Sha256: ['0'.repeat(63), 'G'.repeat(64), 'A'.repeat(64), 7],
}

describe.each(Object.keys(GOOD))('%s', (name) => {
  it('takes its own values', () => {
    for (const value of GOOD[name] ?? []) expect(() => parse(name, value)).not.toThrow()
  })

  it('refuses other values with a coded error that says what it takes', () => {
    for (const value of BAD[name] ?? []) {
      expect(() => parse(name, value)).toThrow(
        expect.objectContaining({
          message: expect.stringContaining(`a ${name} is `),
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      )
    }
  })

  it('takes any value or refuses it with a GraphQLError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
        try {
          parse(name, value)
        } catch (error) {
          expect(error).toBeInstanceOf(GraphQLError)
        }
      }),
    )
  })
})

it('reads every Date and DateTime of the years 1 to 9999 without change', () => {
  const days = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const text = day.toISOString()
      expect(parse('DateTime', text)).toEqual(day)
      expect(parse('Date', text.slice(0, 10))).toBe(text.slice(0, 10))
    }),
  )
})
