import fc from 'fast-check'
import { expect, it } from 'vitest'
import { equalInConstantTime, hashSecret, newKey, parseKey } from './key-text.js'

it('makes different keys of the documented form, and parses them back', () => {
  const keys = Array.from({ length: 50 }, () => newKey('live'))
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(50)
  for (const { key, keyId, secret } of keys) {
    expect(key).toMatch(/^or_live_[0-9a-z]{12}_[0-9A-Za-z]{49}$/)
    expect(parseKey(key)).toEqual({ keyId, secret })
  }
})

it('refuses a key with any letter changed, left out or added', () => {
  const { key } = newKey('local')
  const place = fc.integer({ min: 0, max: key.length - 1 })
  const letter = fc.constantFrom(...'0123456789abcxyzABCXYZ_- \u0000é')
  fc.assert(
    fc.property(place, letter, (at, other) => {
      fc.pre(key[at] !== other)
      const [before, after] = [key.slice(0, at), key.slice(at + 1)]
      expect(parseKey(before + other + after)).toBeNull()
      expect(parseKey(before + after)).toBeNull()
      expect(parseKey(before + other + key[at] + after)).toBeNull()
    }),
  )
  expect(parseKey('')).toBeNull()
})

it('compares texts', () => {
  expect(hashSecret('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb')
  expect([
    equalInConstantTime('a', 'a'),
    equalInConstantTime('a', 'b'),
    equalInConstantTime('a', 'ab'),
  ]).toEqual([true, false, false])
})
