import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { SESSION_AGE, SessionSeal } from './session-seal.js'

const secret = randomBytes(32)
const KEY = 'or_local_abcdefghijkl_secret'

it('opens what a process with the same secret has sealed, and nothing else', () => {
  const seal = new SessionSeal(secret)
  const session = seal.begin(KEY)
  const cookie = seal.seal(session)
  expect(new SessionSeal(secret).open(cookie)).toEqual(session)
  expect(new SessionSeal(randomBytes(32)).open(cookie)).toBeNull()
  expect(cookie).not.toContain(Buffer.from(KEY).toString('base64url').slice(2, -4))
  expect(seal.seal(session)).not.toBe(cookie)
})

it('opens nothing of which a single bit was changed, or which is cut short', () => {
  const seal = new SessionSeal(secret)
  const bytes = Buffer.from(seal.seal(seal.begin(KEY)), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ 1
    expect(seal.open(changed.toString('base64url')), `byte ${at}`).toBeNull()
    expect(seal.open(bytes.subarray(0, at).toString('base64url')), `${at} bytes`).toBeNull()
  }
  for (const nonsense of ['', '%', 'x', 'or_local_abcdefghijkl_secret'])
    expect(seal.open(nonsense)).toBeNull()
})

it('ends a session after its age, unless its cookie is written anew', () => {
  let now = Date.now()
  const seal = new SessionSeal(secret, () => now)
  const session = seal.begin(KEY)
  const cookie = seal.seal(session)
  now += SESSION_AGE - 1
  expect(seal.open(cookie)).toEqual(session)
  const renewed = seal.seal(seal.begin(KEY, session.id))
  now += 1
  expect(seal.open(cookie)).toBeNull()
  expect(seal.open(renewed)?.id).toBe(session.id)
})

it('gives each session a proof of its own', () => {
  const seal = new SessionSeal(secret)
  const [one, other] = [seal.begin(KEY), seal.begin(KEY)]
  expect(seal.isProof(one, seal.proofOf(one))).toBe(true)
  expect(seal.isProof(one, seal.proofOf(other))).toBe(false)
  expect(seal.isProof(one, '')).toBe(false)
})
