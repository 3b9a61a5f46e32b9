import { existsSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../../test/harness/databases.js'
import { giveLongText } from '../../test/harness/long-text.js'
import { repositoryMigrations } from '../../test/harness/migrations.js'
import { type ServingCommand, serveCommand } from '../../test/harness/run-process.js'
import { fill } from '../../test/worlds/synthetic.js'
import { openPostgres } from '../database/postgres.js'

/** `HOSTILE_REPORT=1 npm test -- hostile-readers` prints the memory before, at most and afterwards. */
const REPORT = process.env.HOSTILE_REPORT !== undefined

const times = (count: number, selection: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${selection}`).join(' ')

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const LARGE = `{ articles { nodes { text { ${times(5, 'content')} } } } }`

describe('the memory of the built service', () => {
  let service: ServingCommand
  const sockets: Socket[] = []

  beforeAll(async () => {
    const url = await createPostgresDatabase()
    const database = await openPostgres(url, repositoryMigrations)
    await fill(database, { statements: 200 })
    await database.close()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await giveLongText(client)
    await client.end()
    const env = { DATABASE_URL: url, ONRECORD_PUBLIC_PROPOSALS: 'on', ONRECORD_ANSWER_TIME: '2' }
    service = await serveCommand([], { env })
    for (let asked = 0; asked < 30; asked++) await ordinary()
  })

  afterAll(() => service.end('SIGTERM'))

  /** Megabytes that the process has in memory; 0 where the system does not say. */
  function memory(): number {
    const status = `/proc/${service.pid}/status`
    return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024 : 0
  }

  async function ordinary(): Promise<void> {
    const { data } = await service.ask('{ speakers(first: 1) { nodes { name } } }')
    expect(data.speakers.nodes).toHaveLength(1)
  }

  /** Sends a request, and reads as slowly as `read` says. */
  function send(query: string, read: (socket: Socket) => void): void {
    const { hostname, port } = new URL(service.url)
    const body = JSON.stringify({ query })
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`)
    socket.write(`content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    read(socket)
    sockets.push(socket)
  }

  const never = (socket: Socket) => void socket.pause()
  const slowly = (socket: Socket) =>
    void socket.on('data', () => {
      socket.pause()
      setTimeout(() => socket.resume(), 500)
    })

  const many = async (count: number, query: (n: number) => string) => {
    for (let n = 0; n < count; n += 6) {
      await Promise.all(Array.from({ length: 6 }, (_, k) => service.ask(query(n + k))))
    }
  }

  it.each<[string, () => Promise<void> | void]>([
    ['366 documents of 169 kB with unknown fields', () => many(366, (n) => `{ ${times(10_000, `x${n}`)} }`)],
    [
      '366 documents of 20 kB that are refused later',
      () => many(120, (n) => `{ speakers { ${'#'.repeat(15_000)}\n ${times(29, 'x')} y${n} } }`),
    ],
    [
      '14 readers of 22 MB that do not read',
      () => Array.from({ length: 14 }, () => send(LARGE, never)) && undefined,
    ],
    [
      '40 readers of 22 MB that read slowly',
      () => Array.from({ length: 40 }, () => send(LARGE, slowly)) && undefined,
    ],
  ])('is given back after %s', { retry: 2 }, async (what, attack) => {
    const before = memory()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, memory())
    }, 20)
    await attack()
    if (sockets.length > 0) await sleep(3_000)
    clearInterval(watch)
    const started = performance.now()
    await ordinary()
    const next = performance.now() - started
    for (const socket of sockets.splice(0)) socket.destroy()
    for (let waited = 0; memory() > before + 50 && waited < 200; waited++) await sleep(100)
    if (REPORT) {
      const megabytes = [before, most, memory()].map((figure) => `${Math.round(figure)} MB`).join(', ')
      process.stderr.write(`${what}: ${megabytes}; the next answer took ${Math.round(next)} ms\n`)
    }
    // On a machine that does other work, too. Alone, it is a tenth of this.
    expect(next).toBeLessThan(5_000)
    expect(most).toBeLessThan(1_500)
    expect(memory() - before).toBeLessThan(50)
  })
})
