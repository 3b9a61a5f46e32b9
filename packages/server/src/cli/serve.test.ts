import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataFolders, type DataFolders } from '../../test/harness/data-folder.js'
import { runProcess, type ServingCommand, serveCommand } from '../../test/harness/run-process.js'

let folders: DataFolders
let story: string

beforeAll(async () => {
  folders = createDataFolders()
  story = join(folders.root, 'story.txt')
  writeFileSync(story, 'Ferry to sail\n\n“We sail at noon,” said Mara Lindt, the harbour master.\n')
}, 60_000)
afterAll(() => folders.remove())

const COUNT = '{ statements { totalCount { value } } }'
const one = expect.objectContaining({ data: { statements: { totalCount: { value: 1 } } } })

describe('onrecord serve', () => {
  it('ingests articles, serves them, and keeps them when it is killed', async () => {
    const data = folders.create('killed')
    const first = await serveCommand(['--data', data, '--ingest', story])
    expect(await first.ask(COUNT)).toEqual(one)
    expect(await first.end('SIGKILL')).toBe(null)
    const second = await serveCommand(['--data', data])
    expect(await second.ask(COUNT)).toEqual(one)
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200)
    expect(await second.end('SIGTERM')).toBe(0)
  })

  it('says what to do when its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const { port } = other.address() as AddressInfo
    try {
      const data = folders.create('port')
      const { code, stderr } = await runProcess(['serve', '--data', data, '--port', String(port)])
      expect(code).toBe(1)
      expect(stderr).toBe(
        `onrecord: port ${port} on 127.0.0.1 is in use: stop what listens there, or set PORT to another\n`,
      )
    } finally {
      other.close()
    }
  })

  it('refuses a folder with other files in it', async () => {
    const files = join(folders.root, 'files')
    mkdirSync(files)
    writeFileSync(join(files, 'holiday.jpg'), 'sea')
    const other = await runProcess(['serve', '--data', files])
    expect(other.code).toBe(1)
    expect(other.stderr).toMatch(/^onrecord: the folder .* holds other files and no database: choose .*\n$/)
    expect(readFileSync(join(files, 'holiday.jpg'), 'utf8')).toBe('sea')
  })
})

describe('a running server', () => {
  let data: string
  let server: ServingCommand
  beforeAll(async () => {
    data = folders.create('running')
    server = await serveCommand(['--data', data, '--ingest', 'nowhere.md', story])
  }, 60_000)
  afterAll(() => server.end('SIGTERM'))

  it('serves although one of its sources is missing', async () => {
    expect(server.log()).toContain('onrecord: nowhere.md: does not exist: check the path\n')
    expect(await server.ask(COUNT)).toEqual(one)
  })

  it('keeps other servers out of its data folder', async () => {
    const locked = await runProcess(['serve', '--data', data, '--port', '0'])
    expect(locked.code).toBe(1)
    expect(locked.stderr).toMatch(/^onrecord: the data folder .* is in use by process \d+ .*\n$/)
  })

  // This test is the last one, for it ends the server.
  it('answers all accepted requests before it stops', async () => {
    const answers = Promise.all(Array.from({ length: 20 }, () => server.ask(COUNT)))
    // The log has a line for each answer: after the first line, the other requests have been accepted.
    await expect.poll(() => server.log().includes('"msg":"request"'), { timeout: 20_000 }).toBe(true)
    const [code, all] = await Promise.all([server.end('SIGINT'), answers])
    expect(code).toBe(0)
    expect(all).toEqual(Array(20).fill(one))
  })
})
