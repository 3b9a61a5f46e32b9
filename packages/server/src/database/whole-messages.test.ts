import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { readWholeMessages } from './whole-messages.js'

const TEXTS = ['', 'a', 'The tide turns. '.repeat(300_000), 'ü🙂€'.repeat(100_000), 'b'.repeat(99_990), 'c']

/** A message as PostgreSQL sends it. */
function message(text: string): Buffer {
  const head = Buffer.from('D\0\0\0\0')
  head.writeUInt32BE(4 + Buffer.byteLength(text), 1)
  return Buffer.concat([head, Buffer.from(text)])
}

it.each([1, 3, 5, 4_096, 65_536, 99_999, 20_000_000])(
  'gives messages as a whole that come in chunks of %i bytes',
  (size) => {
    // For each chunk, what has come of a short message is copied.
    const texts = size < 10 ? TEXTS.map((text) => text.slice(0, 3_000)) : TEXTS
    const sent = Buffer.concat([...texts, ...texts].map(message))
    const stream = new PassThrough()
    const seen: string[] = []
    stream.on('data', (bytes: Buffer) => {
      let at = 0
      while (at < bytes.length) {
        const end = at + 1 + bytes.readUInt32BE(at + 1)
        expect(end).toBeLessThanOrEqual(bytes.length)
        seen.push(bytes.toString('utf8', at + 5, end))
        at = end
      }
    })
    readWholeMessages(stream)
    for (let at = 0; at < sent.length; at += size) stream.emit('data', sent.subarray(at, at + size))
    expect(seen.map(({ length }) => length)).toEqual([...texts, ...texts].map(({ length }) => length))
    expect(seen.every((text, index) => text === texts[index % texts.length])).toBe(true)
  },
)
