import { describe, expect, it } from 'vitest'
import { type PersistedMode, PersistedOperations } from './persisted-operations.js'
import { sha256 } from './sha256.js'

const LISTED = 'query Listed { sites { nodes { id } } }'
const OTHER = '{ __typename }'

const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } })
const known = (mode: PersistedMode) => new PersistedOperations(mode, new Map([[sha256(LISTED), LISTED]]))

/** The text that is found, or the code of the error. */
function outcome(operations: PersistedOperations, query: unknown, extensions?: unknown): unknown {
  try {
    return operations.textOf(query, extensions)
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code
  }
}

describe('PersistedOperations', () => {
  it.each<[PersistedMode, unknown, unknown, unknown]>([
    ['off', OTHER, undefined, OTHER],
    ['off', OTHER, named(OTHER), OTHER],
    ['off', OTHER, named('another'), OTHER],
    ['off', undefined, named(LISTED), 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['allow', OTHER, undefined, OTHER],
    ['allow', undefined, named(LISTED), LISTED],
    ['allow', '', named(LISTED), LISTED],
    ['allow', undefined, named(OTHER), 'PERSISTED_QUERY_NOT_FOUND'],
    ['allow', OTHER, named('another'), 'BAD_REQUEST'],
    ['only', LISTED, undefined, LISTED],
    ['only', LISTED, named(LISTED), LISTED],
    ['only', undefined, named(LISTED), LISTED],
    ['only', undefined, named(OTHER), 'PERSISTED_QUERY_NOT_FOUND'],
    ['only', OTHER, undefined, 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['only', OTHER, named(OTHER), 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['only', OTHER, named(LISTED), 'BAD_REQUEST'],
    ['only', `${LISTED} `, undefined, 'PERSISTED_QUERY_NOT_ALLOWED'],
    ['only', undefined, undefined, undefined],
    ['only', 7, null, 7],
    ['only', undefined, { persistedQuery: null }, undefined],
  ])('%s: takes %o with %o for %o', (mode, query, extensions, expected) => {
    expect(outcome(known(mode), query, extensions)).toBe(expected)
  })

  it.each([
    7,
    'x',
    {},
    [],
    { version: 1 },
    { version: 2, sha256Hash: sha256(LISTED) },
    { version: '1', sha256Hash: sha256(LISTED) },
    { version: 1, sha256Hash: 'abc' },
    { version: 1, sha256Hash: { toString: () => sha256(LISTED) } },
    { version: 1, sha256Hash: '__proto__' },
  ])('says what a hash looks like instead of %o', (persistedQuery) => {
    expect(outcome(known('only'), undefined, { persistedQuery })).toBe('BAD_REQUEST')
  })

  it('learns texts only where it may, no long ones, and forgets them for newer ones', () => {
    const [open, closed] = [known('allow'), known('only')]
    for (const operations of [open, closed]) outcome(operations, OTHER, named(OTHER))
    expect(outcome(open, undefined, named(OTHER))).toBe(OTHER)
    expect(outcome(closed, undefined, named(OTHER))).toBe('PERSISTED_QUERY_NOT_FOUND')
    const long = `{ __typename # ${'x'.repeat(60_000)}\n}`
    outcome(open, long, named(long))
    expect(outcome(open, undefined, named(long))).toBe('PERSISTED_QUERY_NOT_FOUND')
    for (let index = 0; index < 40; index++) {
      const filler = `{ __typename # ${index} ${'x'.repeat(40_000)}\n}`
      outcome(open, filler, named(filler))
    }
    expect(outcome(open, undefined, named(OTHER))).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect(outcome(open, undefined, named(LISTED))).toBe(LISTED)
  })
})
