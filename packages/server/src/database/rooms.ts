/**
 * Least bytes of a room. When a buffer is freed, the GNU C library keeps the memory of all later ones that are no longer,
 * unless it had more than 32 MB. Only what is written to takes memory.
 */
const ROOM = 33_000_000

/** Milliseconds without a large message after which rooms are given back. */
const KEPT = 500

let free: Buffer[] = []
let timer: NodeJS.Timeout | undefined

/** A buffer of at least so many bytes. Give it back by {@link freeRoom}. */
export function takeRoom(bytes: number): Buffer {
  const index = free.findIndex((room) => room.length >= bytes)
  const [room] = index < 0 ? [] : free.splice(index, 1)
  return room ?? Buffer.allocUnsafeSlow(Math.max(bytes, ROOM))
}

export function freeRoom(room: Buffer): void {
  free.push(room)
  if (timer) timer.refresh()
  else timer = setTimeout(giveBack, KEPT).unref()
}

function giveBack(): void {
  free = []
  timer = undefined
}

/** Most bytes that become a string at once. Node puts the strings of a megabyte and more outside of V8's heap. */
const SLICE = 256_000

/** The text of bytes in UTF-8, as a string in V8's heap: its memory goes back to the system when the string is garbage. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  const slices: string[] = []
  for (let at = from; at < to; ) {
    let end = Math.min(at + SLICE, to)
    // A byte that begins with 10 goes on with a character.
    while (end < to && ((bytes[end] as number) & 0xc0) === 0x80) end--
    slices.push(Buffer.prototype.toString.call(bytes, 'utf8', at, end))
    at = end
  }
  return slices.join('')
}
