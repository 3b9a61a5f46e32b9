import { beforeEach, expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { KeyRing } from './key-ring.js'
import { newKey } from './key-text.js'
import { createKey, revokeKey } from './keys.js'

const MINUTE = 60_000

describeServiceOnBoth('the key ring', (service, database) => {
  let now: number
  let ring: KeyRing
  beforeEach(() => {
    now = Date.now()
    ring = new KeyRing(database.prisma, () => now)
  })

  const make = (expiresAt: Date | null = null) =>
    createKey(database.prisma, {
      ...{ name: 'Mara', roles: ['editor'], expiresAt },
      ...{ environment: 'live', createdBy: 'test' },
    })
  const refusal = (key: string) =>
    ring.open(key).then(
      () => 'none',
      (error) => `${error.extensions.code} ${error.extensions.http.status}: ${error.message}`,
    )
  const reads = async (work: () => Promise<unknown>) => (await service.sqlOf(work)).length

  it('stores the id of a key and a hash of its secret, and knows its name and scopes', async () => {
    const { key, apiKey } = await make()
    expect(await ring.open(key)).toMatchObject({ name: 'Mara', scopes: ['reader', 'editor'] })
    expect(apiKey.secretSha256).toMatch(/^[0-9a-f]{64}$/)
    const [row] = await database.prisma.$queryRaw<[{ all: string }]>`
      SELECT k::text AS all FROM "ApiKey" k WHERE "keyId" = ${apiKey.keyId}`
    expect(row.all).not.toContain(key.slice(-49, -6))
  })

  it('reads a key with one SQL statement', async () => {
    const { key } = await make()
    expect(await reads(() => ring.open(key))).toBe(1)
  })

  it('refuses a key that is not whole without an SQL statement', async () => {
    const { key } = await make()
    for (const broken of [
      key.slice(0, -1),
      `${key}0`,
      'or_live_x_y',
      'guess',
      `${key.slice(0, -7)}0000000`,
    ]) {
      expect(await reads(() => refusal(broken))).toBe(0)
      expect(await refusal(broken)).toBe(
        'UNAUTHENTICATED 401: the key is not whole: copy it from "or_" to its last letter',
      )
    }
  })

  it('gives the same message for an unknown id and for a known id with another secret', async () => {
    const [{ key }, other] = [await make(), newKey('live')]
    await revokeKey(database.prisma, (await make()).apiKey.keyId)
    const unknown = await refusal(other.key)
    expect(unknown).toBe('UNAUTHENTICATED 401: there is no such key: ask an admin for one')
    const { formatKey, parseKey } = await import('./key-text.js')
    const stolen = formatKey('live', { keyId: parseKey(key)?.keyId ?? '', secret: other.secret })
    expect(await refusal(stolen)).toBe(unknown)
    expect(await reads(() => refusal(other.key))).toBe(1)
  })

  it('refuses a key at once after it has expired or was revoked', async () => {
    const { key, apiKey } = await make(new Date(now + MINUTE))
    expect(await refusal(key)).toBe('none')
    now += MINUTE
    expect(await refusal(key)).toBe('UNAUTHENTICATED 401: the key has expired: ask an admin for another')
    const lasting = await make()
    expect(await refusal(lasting.key)).toBe('none')
    await revokeKey(database.prisma, lasting.apiKey.keyId)
    const revoked = 'UNAUTHENTICATED 401: the key was revoked: ask an admin for another'
    expect(await refusal(lasting.key)).toBe(revoked)
    const first = await revokeKey(database.prisma, lasting.apiKey.keyId)
    expect((await revokeKey(database.prisma, lasting.apiKey.keyId))?.revokedAt).toEqual(first?.revokedAt)
    expect(await revokeKey(database.prisma, 'nosuchkey000')).toBeNull()
    expect(apiKey.revokedAt).toBeNull()
  })

  it('writes the last use of all keys with one SQL statement, and with none when no key was used', async () => {
    const [one, other] = [await make(), await make()]
    await ring.open(one.key)
    now += MINUTE
    await Promise.all([ring.open(one.key), ring.open(other.key)])
    expect(await reads(() => ring.noteUse())).toBe(1)
    const keyIds = [one.apiKey.keyId, other.apiKey.keyId]
    const used = await database.prisma.apiKey.findMany({ where: { keyId: { in: keyIds } } })
    expect(used.map(({ lastUsedAt }) => lastUsedAt?.getTime())).toEqual([now, now])
    expect(await reads(() => ring.noteUse())).toBe(0)
  })
})
