import { expect, it, vi } from 'vitest'
import { runChecks } from './checks.mjs'

const check = (/** @type {string} */ name, /** @type {string} */ script) => ({
  name,
  command: () => ['-e', script],
})
const talk = (/** @type {string} */ name, /** @type {number} */ wait) =>
  `console.log("${name} begins"); setTimeout(() => console.log("${name} ends"), ${wait})`

it('runs all checks, and keeps what each prints together', async () => {
  /** @type {string[]} */
  const shown = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => shown.push(String(text)) > 0)
  try {
    const checks = [check('a', talk('a', 200)), check('b', talk('b', 100)), check('c', 'process.exit(3)')]
    expect(await runChecks(checks)).toEqual({ passed: 2, failed: 1 })
  } finally {
    write.mockRestore()
  }
  const text = shown.join('')
  for (const name of ['a', 'b']) expect(text).toContain(`${name} begins\n${name} ends\npassed: ${name}\n`)
  expect(text).toContain('FAILED: c\n')
})

it('stops when a check is interrupted', async () => {
  const interrupted = runChecks([check('a', 'process.kill(process.pid, "SIGINT")')])
  await expect(interrupted).rejects.toThrow('interrupted')
})
