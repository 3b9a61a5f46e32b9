import { expect, it } from 'vitest'
import { capture } from './process.mjs'
import { inRoot } from './workspace.mjs'

it('lists its commands when it gets an unknown one', async () => {
  const { code, output } = await capture(process.execPath, [inRoot('tools/run.mjs'), 'serve'])
  expect(output).toMatch(/^on record: no command "serve": use one of start, onrecord, test, .*\n$/)
  expect(code).toBe(1)
})
