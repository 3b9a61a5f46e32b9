import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { createLogger } from '../../src/http/logger.js'
import { type RunningServer, startServer } from '../../src/http/server.js'
import { openTestDatabase } from '../harness/databases.js'
import { ingestText } from '../harness/service.js'
import { BAD_INPUTS, type BadInput } from './cases.js'

/** Milliseconds within which the next request is answered, on a machine that does other work, too. */
const SOON = 3_000

describe('a bad input', () => {
  let database: Database
  let server: RunningServer

  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    await ingestText(database, '# Ferry\n\n“We sail,” said Mara Lindt.\n')
    const options = { database, logger: createLogger('silent'), host: '127.0.0.1', port: 0, graphiql: false }
    server = await startServer({ ...options, publicProposals: true, limits: { rate: null } })
  })

  afterAll(async () => {
    await server.stop()
    await database.close()
  })

  /** Sends a request with Node's own client, which sends what no browser would. */
  const send = ({ method = 'POST', path = '/graphql', headers = {}, body }: Partial<BadInput>) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const given = { 'content-type': 'application/json', ...headers }
      const outgoing = request(
        `${server.url}${path}`,
        { method, headers: given, agent: false },
        (incoming) => {
          let text = ''
          incoming.setEncoding('utf8').on('data', (part: string) => {
            text += part
          })
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  async function expectNext(): Promise<void> {
    const started = performance.now()
    const { text } = await send({ body: '{"query":"{ speakers { nodes { name } } }"}' })
    expect(JSON.parse(text).data).toEqual({ speakers: { nodes: [{ name: 'Mara Lindt' }] } })
    expect(performance.now() - started).toBeLessThan(SOON)
  }

  it('is of at least eighty kinds', () => {
    expect(new Set(BAD_INPUTS.map(({ what }) => what)).size).toBeGreaterThanOrEqual(80)
  })

  it.each(BAD_INPUTS.map((input) => [input.what, input] as const))(
    'has its coded answer: %s',
    async (_what, input) => {
      const { status, text } = await send(input)
      const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] }
      expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([input.code])
      expect(status).toBe(input.status)
      expect(errors.length).toBeLessThanOrEqual(10)
      expect(text).not.toMatch(/SELECT |prisma|node_modules|\.js:\d/)
      await expectNext()
    },
  )

  /** What comes back for bytes that are written to a socket. */
  const exchange = (bytes: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(server.url)
      const socket = connect(Number(port), hostname)
      let text = ''
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(text))
      socket.end(bytes)
    })

  const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['an unknown version', 'GET / HTTP/9.9\r\nhost: x\r\n\r\n', 400],
    ['a header without a colon', 'GET /graphql HTTP/1.1\r\nhost: x\r\nbroken\r\n\r\n', 400],
    ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', 400],
    ['a length that is none', `${HEAD}content-length: many\r\n\r\n{}`, 400],
    ['two lengths', `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, 400],
    ['a length and chunks', `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [
      'chunks of what is compressed',
      `${HEAD}transfer-encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      415,
    ],
    ['a way through to another host', 'CONNECT x.example:443 HTTP/1.1\r\nhost: x\r\n\r\n', 405],
    ['a chunk without its size', `${HEAD}transfer-encoding: chunked\r\n\r\nxyz\r\n`, 400],
  ])('is refused at the socket: %s', async (_what, bytes, status) => {
    expect(await exchange(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    await expectNext()
  })

  it.each([
    ['in the middle of its headers', HEAD],
    ['in the middle of its body', `${HEAD}content-length: 100\r\n\r\n{"query":`],
    ['in the middle of a chunk', `${HEAD}transfer-encoding: chunked\r\n\r\nff\r\n{"query":`],
  ])('ends %s, and harms nobody', async (_what, bytes) => {
    await exchange(bytes)
    await expectNext()
  })

  it('keeps a slow sender waiting alone', async () => {
    const { hostname, port } = new URL(server.url)
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => {})
      socket.write(`${HEAD}content-length: 100\r\n\r\n{`)
      return socket
    })
    await expectNext()
    for (const socket of slow) socket.destroy()
    await expectNext()
  })
})
