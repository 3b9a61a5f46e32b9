import { type PGlite, protocol } from '@electric-sql/pglite'
import { isPlannedEachTime } from './planned-each-time.js'

/** The most statements that are kept prepared. The service and the commands have about three hundred. */
const MOST_PREPARED = 500
/** The most texts of statements that are remembered to see whether they come again. */
const MOST_SEEN = 1_000
/** Characters. A longer text is a list of values, which does not come again. */
const LONGEST = 20_000

type Message = Awaited<ReturnType<PGlite['execProtocolStream']>>[number]

interface Prepared {
  name: string
  /** What PostgreSQL says of its parameters and columns; null until it was asked. */
  description: Message[] | null
}

/**
 * Keeps the statements of a PGlite prepared that come more than once. `PGlite.query` lets PostgreSQL parse and plan each
 * statement anew, which takes several times as long as it takes to run it. This function gives statements names in the
 * messages of the protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html
 *
 * PGlite sends one message at a time, and all messages of a statement before those of the next one.
 */
export function keepPrepared(pglite: PGlite): void {
  const send = pglite.execProtocolStream.bind(pglite)
  const prepared = new Map<string, Prepared>()
  const seen = new Set<string>()
  let made = 0
  /** The statement whose messages are being sent; null when it has no name. */
  let current: Prepared | null = null

  async function prepare(text: string, options: SendOptions): Promise<Prepared> {
    const [oldest] = prepared.size < MOST_PREPARED ? [] : prepared
    if (oldest) {
      prepared.delete(oldest[0])
      await send(protocol.serialize.close({ type: 'S', name: oldest[1].name }), options)
    }
    const one = { name: `s${++made}`, description: null }
    await send(protocol.serialize.parse({ name: one.name, text }), options)
    return one
  }

  /** Takes the message that begins a statement. @returns the answers, or null when it is to be sent as it is. */
  async function parse(message: Uint8Array, options: SendOptions): Promise<Message[] | null> {
    const text = textOf(message)
    if (text === null || isPlannedEachTime(text)) return null
    const known = prepared.get(text)
    if (!known && !seen.has(text)) {
      if (seen.size === MOST_SEEN) seen.delete(seen.values().next().value as string)
      seen.add(text)
      return null
    }
    current = known ?? (await prepare(text, options))
    // The statement that was used last stands last.
    prepared.delete(text)
    prepared.set(text, current)
    return []
  }

  pglite.execProtocolStream = async (message, options) => {
    const type = String.fromCharCode(message[0] ?? 0)
    if (type === 'P') {
      current = null
      return (await parse(message, options)) ?? send(message, options)
    }
    if (!current) return send(message, options)
    if (type === 'D' && message[5] === STATEMENT) {
      const { name } = current
      current.description ??= await send(protocol.serialize.describe({ type: 'S', name }), options)
      return current.description
    }
    if (type === 'B') return send(withName(message, current.name), options)
    if (type === 'S' || type === 'Q') current = null
    return send(message, options)
  }
}

type SendOptions = Parameters<PGlite['execProtocolStream']>[1]

const STATEMENT = 'S'.charCodeAt(0)
/** The byte and the four bytes of the length with which every message begins. */
const HEAD = 5

/** The text of a statement without name and without types of its parameters; null when the message is another one. */
function textOf(message: Uint8Array): string | null {
  const end = message.length - 3
  const isPlain =
    message[HEAD] === 0 && message[end] === 0 && message[end + 1] === 0 && message[end + 2] === 0
  if (!isPlain || message.length > LONGEST) return null
  return Buffer.from(message.buffer, message.byteOffset + HEAD + 1, end - HEAD - 1).toString()
}

/** A message that binds values to the statement of a name, instead of to the one without a name. */
function withName(message: Uint8Array, name: string): Uint8Array {
  // The names of portal and statement follow the head; both are empty, and end with a zero.
  const named = Buffer.concat([
    message.subarray(0, HEAD + 1),
    Buffer.from(name, 'latin1'),
    message.subarray(HEAD + 1),
  ])
  named.writeInt32BE(named.length - 1, 1)
  return named
}
