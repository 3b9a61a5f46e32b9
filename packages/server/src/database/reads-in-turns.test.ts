import { expect, it } from 'vitest'
import { BusyError } from './errors.js'
import { readsInTurns } from './reads-in-turns.js'

/** Keeps the thread busy, as the embedded database does, and gives so many bytes. */
const database = (bytes: number) => async (statement: { text: string }) => {
  for (const until = performance.now() + 20; performance.now() < until; );
  if (statement.text === 'wrong') throw new Error('wrong')
  return [['x'.repeat(bytes)]]
}

const statement = (text: string) => ({ text, values: [] })

it('lets the event loop go on between two reads', async () => {
  const read = readsInTurns(database(10))
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await Promise.all(Array.from({ length: 10 }, (_, n) => read(statement(String(n)))))
  clearInterval(timer)
  expect(turns).toBeGreaterThanOrEqual(8)
})

it('refuses most of many large reads at once, and gives small ones', async () => {
  const read = readsInTurns(database(4_000_000))
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => read(statement('large'))))
  const refused = results.filter((one) => one.status === 'rejected' && one.reason instanceof BusyError)
  // One that nobody knew to be large, one that runs, and three that wait.
  expect(results.length - refused.length).toBe(5)
  expect(await read(statement('another'))).toHaveLength(1)
})

it('goes on after a read that fails', async () => {
  const read = readsInTurns(database(10))
  await expect(read(statement('wrong'))).rejects.toThrow('wrong')
  expect(await read(statement('right'))).toEqual([['x'.repeat(10)]])
})
