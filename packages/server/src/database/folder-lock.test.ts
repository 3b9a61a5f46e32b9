import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FolderLockedError, lockFolder } from './folder-lock.js'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onrecord-lock-'))
  folder = join(root, 'data')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('is held by one holder at a time, and can be taken again after its release', () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderLockedError)
  expect(() => lockFolder(folder)).toThrow(
    `the data folder ${folder} is in use by process ${process.pid}: stop it, or choose another folder with --data`,
  )
  lock.release()
  lock.release()
  lockFolder(folder).release()
})

it('tells only the user who owns the folder where its holder serves', () => {
  const lock = lockFolder(folder)
  lock.announce({ url: 'http://127.0.0.1:4000' })
  try {
    lockFolder(folder)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(FolderLockedError)
    const { holder, message } = error as FolderLockedError
    expect(holder).toEqual({ pid: process.pid, url: 'http://127.0.0.1:4000' })
    expect(message).toContain('(serving http://127.0.0.1:4000)')
  }
  expect(statSync(`${folder}.holder.json`).mode & 0o077).toBe(0)
  lock.release()
})

it('is free after its holder was killed', async () => {
  const hold = `
    const { DatabaseSync } = require('node:sqlite')
    new DatabaseSync(process.argv[1]).exec('BEGIN EXCLUSIVE')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', hold, `${folder}.lock`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  expect(() => lockFolder(folder)).toThrow(FolderLockedError)
  child.kill('SIGKILL')
  await once(child, 'exit')
  lockFolder(folder).release()
})
