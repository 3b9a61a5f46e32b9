import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createLogger } from './logger.js'
import { SpareMemory } from './spare-memory.js'
import { onceBegun, responseClass, WaitingAnswers } from './waiting-answers.js'

const MEGABYTE = 1_000_000
let server: Server
const sockets: Socket[] = []

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

/** Serves answers of 20 MB. */
async function serve(limits: { answerTime: number; waitingAnswers: number }, answer = give) {
  const waiting = new WaitingAnswers(limits, createLogger('silent'))
  server = createServer({ ServerResponse: responseClass(waiting, new SpareMemory()) }, (_request, response) =>
    answer(response),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { waiting, url: `http://127.0.0.1:${port}`, port }
}

const give = (response: ServerResponse) => void response.end('x'.repeat(20 * MEGABYTE))

/** Asks, and reads nothing. */
async function askOnly(port: number): Promise<{ closed: Promise<void> }> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise<void>((resolve) => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n', () => resolve()))
  socket.pause()
  return { closed }
}

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 500; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

it('counts what was not taken, and no more once it was', async () => {
  const { waiting, url, port } = await serve({ answerTime: 60_000, waitingAnswers: 1_000 * MEGABYTE })
  await askOnly(port)
  await until(() => waiting.bytes > 10 * MEGABYTE)
  const text = await (await fetch(url)).text()
  expect(text).toHaveLength(20 * MEGABYTE)
  await until(() => waiting.bytes < 25 * MEGABYTE)
  sockets[0]?.destroy()
  await until(() => waiting.bytes === 0)
})

it('drops an answer that is not taken in time', async () => {
  const { waiting, port } = await serve({ answerTime: 100, waitingAnswers: 1_000 * MEGABYTE })
  await askOnly(port)
  await until(() => waiting.bytes > 0)
  await until(() => waiting.bytes === 0)
})

it('drops a stream that is not taken in time', async () => {
  const { waiting, port } = await serve({ answerTime: 100, waitingAnswers: 1_000 * MEGABYTE }, (response) => {
    response.write('x'.repeat(20 * MEGABYTE))
  })
  await askOnly(port)
  await until(() => waiting.bytes > 0)
  await until(() => waiting.bytes === 0)
})

it('drops those that have waited longest when too many bytes wait', async () => {
  const { waiting, url, port } = await serve({ answerTime: 60_000, waitingAnswers: 50 * MEGABYTE })
  for (let asked = 0; asked < 6; asked++) await askOnly(port)
  await until(() => waiting.bytes > 30 * MEGABYTE && waiting.bytes <= 50 * MEGABYTE)
  expect(await (await fetch(url)).text()).toHaveLength(20 * MEGABYTE)
})

it('tells once that an answer has begun, or that its connection is closed', async () => {
  let begun = 0
  const { url } = await serve({ answerTime: 60_000, waitingAnswers: MEGABYTE }, (response) => {
    onceBegun(response, () => begun++)
    response.write('a')
    response.end('b')
  })
  expect(await (await fetch(url)).text()).toBe('ab')
  await until(() => begun === 1)
  await (await fetch(url)).text()
  expect(begun).toBe(2)
})
