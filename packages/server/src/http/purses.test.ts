import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ownerOfAddress, ownerOfKey, Purses } from './purses.js'

const stranger = { name: '192.0.2.1', isKey: false }

describe('a purse', () => {
  it('pays until it is empty, says how long to wait, and fills up in twenty seconds', () => {
    let now = 0
    const purses = new Purses(1_000, () => now)
    expect(purses.spend(stranger, 900, 0)).toEqual({ requested: 900, remaining: 100, limit: 1_000, wait: 0 })
    expect(purses.spend(stranger, 200, 0)).toEqual({
      requested: 200,
      remaining: 100,
      limit: 1_000,
      wait: 2_000,
    })
    now = 2_000
    expect(purses.spend(stranger, 200, 0)).toMatchObject({ remaining: 0, wait: 0 })
    now = 1_000_000
    expect(purses.spend(stranger, 0, 0).remaining).toBe(1_000)
  })

  it('takes only what was not paid before', () => {
    const purses = new Purses(100, () => 0)
    purses.spend(stranger, 1, 0)
    expect(purses.spend(stranger, 30, 1).remaining).toBe(70)
  })

  it('pays as a whole for what costs more than it can hold', () => {
    const purses = new Purses(100, () => 0)
    expect(purses.spend(stranger, 500, 0)).toMatchObject({ remaining: 0, wait: 0 })
  })

  it('holds ten times as much for a key, and is not that of an address', () => {
    const purses = new Purses(100, () => 0)
    purses.spend(stranger, 100, 0)
    expect(purses.spend(ownerOfKey('abc'), 1, 0)).toMatchObject({ limit: 1_000, remaining: 999 })
  })
})

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('the owner of a purse', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['2001:DB8:1:2::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('is the network of %s', (address, name) => {
    expect(ownerOfAddress(request(address), 0)).toEqual({ name, isKey: false })
  })

  it('is the address before the proxies that are trusted, whatever the caller puts before it', () => {
    const forwarded = request('10.0.0.1', '198.51.100.66, 203.0.113.9, 10.0.0.2')
    expect(ownerOfAddress(forwarded, 0).name).toBe('10.0.0.1')
    expect(ownerOfAddress(forwarded, 1).name).toBe('10.0.0.2')
    expect(ownerOfAddress(forwarded, 2).name).toBe('203.0.113.9')
    expect(ownerOfAddress(request('10.0.0.1'), 2).name).toBe('10.0.0.1')
    expect(ownerOfAddress(request('10.0.0.1', ''), 1).name).toBe('10.0.0.1')
  })
})
