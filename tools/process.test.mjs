import { describe, expect, it, vi } from 'vitest'
import { capture, exitCode, passThrough, quietly } from './process.mjs'
import { inRoot } from './workspace.mjs'

const node = process.execPath

describe('capture', () => {
  it('gives the exit code and all output', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const { code, output } = await capture(node, ['-e', script])
    expect(code).toBe(3)
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
  })
})

describe('quietly', () => {
  it('shows the output only after a failure, and says what to do', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await quietly('counting', node, ['-e', 'console.log(1)'])
    expect(write).not.toHaveBeenCalled()
    const failing = quietly('counting', node, ['-e', 'console.log("why"); process.exit(2)'], {
      advice: 'count again',
    })
    await expect(failing).rejects.toThrow('counting failed with exit code 2: count again')
    expect(write).toHaveBeenCalledWith('why\n')
    write.mockRestore()
  })

  it('says when there is no such command', async () => {
    await expect(quietly('counting', 'no-such-command', [], { advice: 'install it' })).rejects.toThrow(
      'cannot run no-such-command (ENOENT): install it',
    )
  })
})

describe('passThrough', () => {
  it('gives the exit code, also of an end by signal', async () => {
    expect(await passThrough(node, ['-e', 'process.exitCode = 7'])).toBe(7)
    expect(await passThrough(node, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143)
  })

  it('forwards a signal', async () => {
    const inner =
      'process.once("SIGHUP", () => process.exit(9)); setTimeout(() => {}, 20_000); process.kill(process.ppid, "SIGHUP")'
    // In a process of its own: libraries that other tests load here end the process at a signal.
    const outer = `import { passThrough } from ${JSON.stringify(inRoot('tools/process.mjs'))}
      process.exitCode = await passThrough(process.execPath, ['-e', ${JSON.stringify(inner)}])`
    expect((await capture(node, ['--input-type=module', '-e', outer])).code).toBe(9)
  })
})

it('gives the same exit code as shells for an end by signal', () => {
  expect(exitCode(0, null)).toBe(0)
  expect(exitCode(null, 'SIGINT')).toBe(130)
})
