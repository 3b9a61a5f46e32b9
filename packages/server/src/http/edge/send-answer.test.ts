import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SpareMemory } from '../spare-memory.js'
import { AnswerSender } from './send-answer.js'

describe('AnswerSender', () => {
  const body = 'We sail at noon. '.repeat(200)
  let server: Server
  const waiting: [IncomingMessage, ServerResponse][] = []

  beforeAll(async () => {
    server = createServer((...arrived) => waiting.push(arrived))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  })
  afterAll(() => {
    server.close()
  })

  it('compresses no more at once than it has room for, and what follows again', async () => {
    const sender = new AnswerSender({
      ...{ compression: true, memory: new SpareMemory() },
      mostCompressing: body.length * 2,
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const encodings = async (count: number) => {
      const answers = Array.from({ length: count }, () =>
        fetch(url, { headers: { 'accept-encoding': 'br' } }),
      )
      await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(count)
      for (const [request, response] of waiting.splice(0)) {
        void sender.send(request, response, { status: 200, headers: {}, body })
      }
      const sent = await Promise.all(answers)
      for (const answer of sent) expect(await answer.text()).toBe(body)
      return sent.map(({ headers }) => headers.get('content-encoding') ?? 'none').sort()
    }
    expect(await encodings(4)).toEqual(['br', 'br', 'none', 'none'])
    expect(await encodings(1)).toEqual(['br'])
  })
})
