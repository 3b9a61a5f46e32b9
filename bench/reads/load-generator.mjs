/**
 * Sends requests over kept-alive connections, one after the other on each, as fast as the answers come. It runs in a
 * process of its own, and speaks HTTP/1.1 itself, because a general client would use as much of the processor as some of
 * the servers. An answer counts when it has status 200 and as many bytes as the one that was checked; else it has failed.
 */
import { createConnection } from 'node:net'

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {{ body: string, bytes: number }[]} requests sent in turn, with the length of each answer
 * @property {number} connections
 * @property {number} ramp milliseconds before the count begins
 * @property {number} duration milliseconds of the count
 */

process.on('message', async (/** @type {Load} */ load) => {
  try {
    process.send?.({ result: await run(load) })
  } catch (error) {
    process.send?.({ error: String(error) })
  }
})

/** @param {Load} load */
async function run({ url, requests, connections, ramp, duration }) {
  const { hostname, port, pathname } = new URL(url)
  const messages = requests.map(({ body, bytes }) => ({
    bytes,
    message: messageOf(pathname, hostname, body),
  }))
  const begin = performance.now() + ramp
  const end = begin + duration
  /** @type {number[]} */
  const times = []
  let [next, sent, failed] = [0, 0, 0]
  /** @type {string | null} */
  let failure = null
  const one = () => /** @type {{ message: Buffer, bytes: number }} */ (messages[next++ % messages.length])
  await Promise.all(
    Array.from({ length: connections }, () =>
      drive({ host: hostname, port: Number(port) }, one, (started, wrong) => {
        const now = performance.now()
        sent++
        if (wrong !== null) {
          failed++
          failure ??= wrong
        } else if (now >= begin && now <= end) times.push(now - started)
        return now < end
      }),
    ),
  )
  times.sort((a, b) => a - b)
  const at = (/** @type {number} */ part) => times[Math.floor(times.length * part)] ?? null
  return { sent, failed, failure, perSecond: times.length / (duration / 1000), p50: at(0.5), p99: at(0.99) }
}

/** @param {string} path @param {string} host @param {string} body */
const messageOf = (path, host, body) =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )

/**
 * Drives one connection until `answered` says that it is enough.
 *
 * @param {{ host: string, port: number }} address
 * @param {() => { message: Buffer, bytes: number }} next
 * @param {(started: number, wrong: string | null) => boolean} answered is told what is wrong with an answer
 * @returns {Promise<void>}
 */
function drive(address, next, answered) {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ ...address, noDelay: true })
    let request = next()
    let started = performance.now()
    /** @type {Buffer | null} */
    let received = null
    socket.on('connect', () => {
      started = performance.now()
      socket.write(request.message)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server closed a connection')))
    socket.on('data', (part) => {
      received = received ? Buffer.concat([received, part]) : part
      const answer = readAnswer(received)
      if (!answer) return
      const right = answer.status === '200' && answer.bytes === request.bytes
      const wrong = right ? null : received.toString('utf8', 0, 1_000)
      received = null
      if (!answered(started, wrong)) {
        socket.removeAllListeners('close')
        socket.end()
        return resolve()
      }
      request = next()
      started = performance.now()
      socket.write(request.message)
    })
  })
}

/**
 * The status of an answer, and the bytes of its body; null when it has not arrived as a whole.
 *
 * @param {Buffer} received
 */
function readAnswer(received) {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const status = head.slice(9, 12)
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
  if (length !== undefined) {
    const whole = received.length >= end + 4 + Number(length)
    return whole ? { status, bytes: Number(length) } : null
  }
  let bytes = 0
  for (let at = end + 4; ; ) {
    const line = received.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(received.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (at > received.length) return null
    if (size === 0) return { status, bytes }
    bytes += size
  }
}
