import { expect, it } from 'vitest'
import { isDatabaseUnavailable } from './unavailable.js'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

it.each([
  coded('P1001'),
  coded('P2024'),
  coded('08006'),
  coded('53300'),
  coded('57P01'),
  coded('ECONNREFUSED'),
  new Error('Connection terminated unexpectedly'),
  coded('P2010', 'Raw query failed. Code: `57014`. Message: `canceling statement due to statement timeout`'),
  coded('P2010', 'Raw query failed. Code: `55P03`. Message: `canceling statement due to lock timeout`'),
  new Error('query failed', { cause: new Error('wrapped', { cause: coded('ECONNRESET') }) }),
])('takes %o for an unavailable database', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(true)
})

it.each([
  coded('P2002', 'Unique constraint failed'),
  coded('23505'),
  coded('42P01', 'relation "x" does not exist'),
  new TypeError('x is not a function'),
  new Error('outer', { cause: coded('22P02') }),
  'ECONNREFUSED',
  null,
])('does not take %o for an unavailable database', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(false)
})
