/** Characters from which on a string is long: it is written when it is sent. */
const LONG = 50_000

/** Most characters of a piece. The turn of the event loop that writes it takes less than a millisecond. */
const PIECE = 64_000

/** A part of JSON that is written when it is sent. */
export interface LatePart {
  /** Characters, as the length of a string counts them. */
  readonly length: number
  /** The part in strings, each made in a short time. */
  pieces(): Iterable<string>
}

/** JSON. Long parts are written a piece at a time, when it is sent: others have their turn in between. */
export class JsonText implements LatePart {
  readonly length: number
  readonly #parts: readonly (string | LatePart)[]

  constructor(parts: readonly (string | LatePart)[]) {
    this.#parts = parts
    this.length = parts.reduce((sum, part) => sum + part.length, 0)
  }

  /** The same JSON with something before and behind it. */
  between(before: string, behind: string): JsonText {
    return new JsonText([before, ...this.#parts, behind])
  }

  /** The JSON from its begin to its end. No character is divided. */
  *pieces(): Generator<string> {
    for (const part of this.#parts) yield* typeof part === 'string' ? slicesOf(part) : part.pieces()
  }

  toString(): string {
    const parts = this.#parts.map((part) => (typeof part === 'string' ? part : [...part.pieces()].join('')))
    return parts.join('')
  }
}

/** A string that is written as JSON when it is sent. */
export class LongString implements LatePart {
  readonly length: number
  readonly text: string

  constructor(text: string) {
    this.text = text
    this.length = jsonLength(text)
  }

  *pieces(): Generator<string> {
    yield '"'
    for (const slice of slicesOf(this.text)) yield JSON.stringify(slice).slice(1, -1)
    yield '"'
  }
}

export const isLong = (text: string): boolean => text.length >= LONG

/** The slices of a text, none of which ends within a character. */
function* slicesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const last = text.charCodeAt(from + PIECE - 1)
    const to = from + PIECE - (isHighHalf(last) ? 1 : 0)
    yield text.slice(from, to)
    from = to
  }
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** The length of the JSON of a string, which is not built for that. */
export function jsonLength(text: string): number {
  let length = text.length + 2
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32) length += hasShortEscape(code) ? 1 : 5
    else if (code === 34 || code === 92) length++
    else if (code >= 0xd800 && code <= 0xdfff) {
      // Half of a character is written as an escape when its other half is missing.
      const next = text.charCodeAt(i + 1)
      if (isHighHalf(code) && next >= 0xdc00 && next <= 0xdfff) i++
      else length += 5
    }
  }
  return length
}

/** Whether JSON writes a control character as two: those of \b \t \n \f \r. */
const hasShortEscape = (code: number): boolean => code >= 8 && code <= 13 && code !== 11
