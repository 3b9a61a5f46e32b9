import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.js'

const scope: CursorScope = {
  list: 'Statement',
  order: 'NAME ASC',
  types: ['text', 'date', 'int4', 'timestamptz', 'uuid'],
}

const values = fc.tuple(
  fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
  fc.constantFrom('2026-03-02', '0001-01-01', '9999-12-31'),
  fc.integer({ min: -999_999_999, max: 999_999_999 }).map(String),
  fc.constantFrom('2026-03-02 10:30:00+00', '2026-03-02 23:59:59.123456+00', '0001-01-01 00:00:00+00'),
  fc.uuid(),
)

it('decodes to the values that it was encoded from', () => {
  fc.assert(
    fc.property(values, (place) => {
      expect(decodeCursor(encodeCursor(scope, place), scope, 'after')).toEqual(place)
    }),
  )
})

it('is decoded or refused with a coded error, however it is damaged', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.string({ maxLength: 3 }), (place, at, change) => {
      const cursor = encodeCursor(scope, place)
      const index = at % cursor.length
      const damaged = cursor.slice(0, index) + change + cursor.slice(index + 1)
      try {
        expect(decodeCursor(damaged, scope, 'after')).toHaveLength(scope.types.length)
      } catch (error) {
        expect(error).toMatchObject({
          extensions: { code: 'BAD_USER_INPUT' },
          message: expect.stringMatching(/^after is /),
        })
      }
    }),
  )
})

it('is refused by other lists and orders', () => {
  const cursor = encodeCursor(scope, ['a', '2026-03-02', '1', '2026-03-02 10:30:00+00', crypto.randomUUID()])
  for (const other of [{ list: 'Article' }, { order: 'NAME DESC' }]) {
    expect(() => decodeCursor(cursor, { ...scope, ...other }, 'before')).toThrow(
      'before is a cursor of another list',
    )
  }
})

it.each([
  [1, '2026-02-30'],
  [1, '2026-13-01'],
  [1, '0000-01-01'],
  [2, '12345678901'],
  [3, '2026-02-30 10:30:00+00'],
  [3, '2026-03-02 24:30:00+00'],
  [3, '2026-03-02 10:30:00'],
  [4, 'x'],
])('is refused when value %i is %j, which no row can have', (index, value) => {
  const place = ['a', '2026-03-02', '1', '2026-03-02 10:30:00+00', crypto.randomUUID()]
  expect(decodeCursor(encodeCursor(scope, place), scope, 'after')).toEqual(place)
  expect(() => decodeCursor(encodeCursor(scope, place.with(index, value)), scope, 'after')).toThrow(
    'after is a damaged cursor',
  )
})
