import { expect, it } from 'vitest'
import { isConnectionBroken, isDatabaseUnavailable } from './unavailable.js'

/** An error as Prisma gives it for a SQLSTATE, with what its message says in place of the code. */
const prisma = (code: string, originalCode: string, kind = 'postgres') =>
  Object.assign(new Error('Invalid `prisma.site.findMany()` invocation'), {
    code,
    meta: { driverAdapterError: { name: 'DriverAdapterError', cause: { originalCode, kind } } },
  })

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
  ...['57P01', '57P03', '53100', '53200', '53300', '25006', '08006', '40P01'].map((code) =>
    prisma('P2010', code),
  ),
  prisma('P2037', '53300', 'TooManyConnections'),
  prisma('P2039', '25006'),
  new Error("Can't reach database server at `127.0.0.1:5432`"),
  new Error('Server has closed the connection.'),
  new Error('Client has encountered a connection error and is not queryable'),
  new Error('Cannot use a pool after calling end on the pool'),
  new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]),
  new Error('query failed', { cause: new Error('wrapped', { cause: coded('ECONNRESET') }) }),
])('takes %o for an unavailable database', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(true)
})

it.each([
  coded('P2002', 'Unique constraint failed'),
  prisma('P2010', '42P01'),
  prisma('P2039', '23514'),
  Object.assign(new Error('a cycle'), { cause: undefined }),
  coded('23505'),
  coded('42P01', 'relation "x" does not exist'),
  new TypeError('x is not a function'),
  new Error('outer', { cause: coded('22P02') }),
  'ECONNREFUSED',
  null,
])('does not take %o for an unavailable database', (error) => {
  expect(isDatabaseUnavailable(error)).toBe(false)
})

it('knows a broken connection, after which a read may be tried again', () => {
  for (const error of [coded('57P01'), prisma('P2010', '57P01'), coded('ECONNRESET'), coded('08006')]) {
    expect(isConnectionBroken(error)).toBe(true)
  }
  for (const error of [coded('53300'), coded('57014'), coded('23505'), new Error('x')]) {
    expect(isConnectionBroken(error)).toBe(false)
  }
})
