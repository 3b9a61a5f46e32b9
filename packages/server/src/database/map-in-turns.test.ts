import { expect, it } from 'vitest'
import { mapInTurns } from './map-in-turns.js'

it('maps in order, and lets others work in between', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const busy = (item: number) => {
    const end = performance.now() + 2
    while (performance.now() < end);
    return item * 2
  }
  const items = Array.from({ length: 100 }, (_, index) => index)
  expect(await mapInTurns(items, busy)).toEqual(items.map((item) => item * 2))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
  expect(await mapInTurns([], busy)).toEqual([])
})
