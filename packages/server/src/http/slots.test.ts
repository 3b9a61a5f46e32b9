import { expect, it } from 'vitest'
import { Slots } from './slots.js'

it('lets so many in, has so many wait in their order, and refuses the rest', async () => {
  const slots = new Slots({ concurrency: 2, queue: 2, deadline: 60_000 })
  expect([slots.enter(), slots.enter()]).toEqual([true, true])
  const order: string[] = []
  const waiting = ['first', 'second'].map(async (name) => {
    if (await slots.enter()) order.push(name)
  })
  expect(slots.enter()).toBe(false)
  slots.leave()
  slots.leave()
  await Promise.all(waiting)
  expect(order).toEqual(['first', 'second'])
  slots.leave()
  slots.leave()
  expect([slots.enter(), slots.enter()]).toEqual([true, true])
})

it('lets nobody wait longer than the deadline', async () => {
  const slots = new Slots({ concurrency: 1, queue: 1, deadline: 10 })
  slots.enter()
  expect(await slots.enter()).toBe(false)
  // The one who gave up has left the queue, and takes no slot.
  const next = slots.enter()
  slots.leave()
  expect(await next).toBe(true)
})
