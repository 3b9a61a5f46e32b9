import { isLong, type LatePart, LongString } from '@onrecord/pothos-read-plan'
import { lengthOf } from './answer-length.js'

/** Characters of a piece. */
const PIECE = 64_000

/** A value that is written as JSON when it is sent. */
export class LateValue implements LatePart {
  readonly length: number
  readonly #value: unknown

  constructor(value: unknown) {
    this.length = lengthOf(value)
    this.#value = value
  }

  *pieces(): Generator<string> {
    let text = ''
    for (const part of partsOf(this.#value)) {
      text += part
      if (text.length < PIECE) continue
      yield text
      text = ''
    }
    yield text
  }
}

/** The JSON of a value, in strings of any length. */
function* partsOf(value: unknown): Generator<string> {
  if (typeof value === 'string' && isLong(value)) yield* new LongString(value).pieces()
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value) ?? 'null'
  else if ('toJSON' in value && typeof value.toJSON === 'function') yield* partsOf(value.toJSON())
  else yield* partsWithin(value)
}

function* partsWithin(value: object): Generator<string> {
  const isList = Array.isArray(value)
  let separator = isList ? '[' : '{'
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined && !isList) continue
    yield isList ? separator : `${separator}${JSON.stringify(key)}:`
    yield* partsOf(one)
    separator = ','
  }
  if (separator !== ',') yield separator
  yield isList ? ']' : '}'
}
