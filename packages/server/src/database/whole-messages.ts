import type { Duplex } from 'node:stream'
import { freeRoom, takeRoom, textOf } from './rooms.js'

/** A message of PostgreSQL: its type in one byte, then its length in four, which counts itself. */
const HEADER = 5

/** Bytes from which on a message gets a room. */
const LONG = 100_000

/**
 * Gives the driver the messages of a connection as a whole. By itself it copies what it has of a long one into larger and
 * larger buffers, whose memory the process keeps.
 */
export function readWholeMessages(stream: Duplex): void {
  const readers = stream.listeners('data') as ((bytes: Buffer) => void)[]
  stream.removeAllListeners('data')
  const messages = new WholeMessages((bytes) => {
    for (const read of readers) read(bytes)
  })
  stream.on('data', (chunk: Buffer) => messages.take(chunk))
  stream.once('close', () => messages.end())
}

class WholeMessages {
  readonly #read: (bytes: Buffer) => void
  /** The begin of a message that has not come as a whole; a long one is put together in a room. */
  #begin: Buffer | null = null
  #room: Buffer | null = null
  #bytes = 0
  /** Bytes of that message; only a header's when not even that is there. */
  #needed = 0

  constructor(read: (bytes: Buffer) => void) {
    this.#read = read
  }

  take(chunk: Buffer): void {
    let rest = chunk
    if (this.#room) {
      const taken = rest.copy(this.#room, this.#bytes, 0, this.#needed - this.#bytes)
      this.#bytes += taken
      if (this.#bytes < this.#needed) return
      this.#readRoom(this.#room)
      rest = rest.subarray(taken)
    } else if (this.#begin) {
      rest = Buffer.concat([this.#begin, rest])
      this.#begin = null
    }
    const { end, needed } = endOfMessages(rest)
    if (end > 0) this.#read(end < rest.length ? rest.subarray(0, end) : rest)
    if (end < rest.length) this.#hold(rest.subarray(end), needed)
  }

  #readRoom(room: Buffer): void {
    const message = room.subarray(0, this.#needed)
    // The driver makes its strings by this.
    message.toString = (_encoding, from = 0, to = message.length) => textOf(message, from, to)
    this.#room = null
    this.#read(message)
    freeRoom(room)
  }

  #hold(begin: Buffer, needed: number): void {
    if (needed < LONG) this.#begin = begin
    else {
      this.#room = takeRoom(needed)
      this.#needed = needed
      this.#bytes = begin.copy(this.#room)
    }
  }

  end(): void {
    if (this.#room) freeRoom(this.#room)
    this.#room = null
  }
}

/** Where the last whole message ends, and how many bytes the next one needs. */
function endOfMessages(bytes: Buffer): { end: number; needed: number } {
  let end = 0
  while (end + HEADER <= bytes.length) {
    const needed = 1 + bytes.readUInt32BE(end + 1)
    if (end + needed > bytes.length) return { end, needed }
    end += needed
  }
  return { end, needed: HEADER }
}
