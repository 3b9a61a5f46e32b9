import { expect, it } from 'vitest'
import { BusyError } from './errors.js'
import { LargeReads } from './large-reads.js'

it('runs one after the other, has a few wait, and refuses the rest', async () => {
  const reads = new LargeReads(1, 2)
  const run: string[] = []
  const enter = (name: string) => reads.enter(() => run.push(name))
  enter('first')
  enter('second')
  const third = () => void run.push('third')
  reads.enter(third)
  expect(() => enter('fourth')).toThrow(BusyError)
  expect(run).toEqual(['first'])
  expect(reads.withdraw(third)).toBe(true)
  reads.leave()
  await expect.poll(() => run).toEqual(['first', 'second'])
  reads.leave()
  await new Promise((resolve) => setTimeout(resolve, 400))
  enter('fifth')
  expect(run).toEqual(['first', 'second', 'fifth'])
})
