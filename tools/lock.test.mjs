import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withLock } from './lock.mjs'

const times = { renew: 20, stale: 400, poll: 5 }
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  file = join(folder, 'deep', 'setup.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('runs one work at a time, and tells the others that they wait', async () => {
  let inside = 0
  const onWait = vi.fn()
  const work = async () => {
    expect(++inside).toBe(1)
    await sleep(20)
    inside--
    return 'done'
  }
  const results = await Promise.all([1, 2, 3, 4].map(() => withLock(file, work, { onWait, times })))
  expect(results).toEqual(['done', 'done', 'done', 'done'])
  expect(onWait).toHaveBeenCalledTimes(3)
  expect(readdirSync(join(folder, 'deep'))).toEqual([])
})

it('keeps a long work locked', async () => {
  /** @type {string[]} */
  const order = []
  const long = withLock(file, () => sleep(3 * times.stale).then(() => order.push('long')), { times })
  await sleep(20)
  await withLock(file, async () => order.push('next'), { times })
  await long
  expect(order).toEqual(['long', 'next'])
})

it('lets only one of those that wait take over the lock of a killed run', async () => {
  await withLock(file, async () => {}, { times })
  writeFileSync(file, '1 killed')
  utimesSync(file, new Date(0), new Date(0))
  let inside = 0
  const work = async () => {
    expect(++inside).toBe(1)
    await sleep(10)
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(file, work, { times })))
  expect(existsSync(file)).toBe(false)
})

it('frees the lock when the work fails', async () => {
  const failing = withLock(file, () => Promise.reject(new Error('no')), { times })
  await expect(failing).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})
