import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import { JsonText } from '@onrecord/pothos-read-plan'

export type ContentEncoding = 'br' | 'gzip'

const ENCODINGS: readonly ContentEncoding[] = ['br', 'gzip']

/** Least bytes of a body for which compression pays. */
export const LEAST_COMPRESSED = 1_024

const GZIP = { level: 4 }
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    // A window of 512 kB. A larger one costs megabytes in each thread, and helps few answers.
    [constants.BROTLI_PARAM_LGWIN]: 19,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * The best encoding that a caller takes: the one with the highest q-value, Brotli among equals.
 *
 * @param accepted the header `Accept-Encoding`.
 * @returns null when the body is to be sent as it is.
 */
export function encodingFor(accepted: string | undefined): ContentEncoding | null {
  if (!accepted) return null
  const weights = weightsOf(accepted)
  const weightOf = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0
  // A body without an encoding is always good unless the caller says something else, but only as the last choice.
  let [best, weight]: [ContentEncoding | null, number] = [null, weights.get('identity') ?? 0]
  for (const encoding of [...ENCODINGS].reverse()) {
    if (weightOf(encoding) > 0 && weightOf(encoding) >= weight)
      [best, weight] = [encoding, weightOf(encoding)]
  }
  return best
}

/** The q-values of encodings by their names in lower case. */
function weightsOf(accepted: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2)
    const weight = quality === undefined ? 1 : Number(quality)
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight >= 0 && weight <= 1 ? weight : 0)
  }
  return weights
}

/**
 * Compresses a body in threads of Node's pool, so that others are answered meanwhile. Higher levels take twice the time for
 * answers that are a tenth shorter.
 */
export async function compress(body: string | Buffer | JsonText, encoding: ContentEncoding): Promise<Buffer> {
  if (!(body instanceof JsonText) && body.length <= LONGEST_PART)
    return encoding === 'br' ? brotli(body, BROTLI) : zip(body, GZIP)
  const parts: Buffer[] = []
  const stream = compressor(encoding)
  const pieces = body instanceof JsonText ? body.pieces() : partsOf(body)
  await pipeline(Readable.from(pieces), stream, async (compressed: AsyncIterable<Buffer>) => {
    for await (const part of compressed) parts.push(part)
  })
  return Buffer.concat(parts)
}

/** A stream that compresses what is written to it. */
export const compressor = (encoding: ContentEncoding) =>
  encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP)

/** Most of a body that is compressed as one part, in bytes or characters: a copy of a long text would take its memory again. */
const LONGEST_PART = 200_000

function* partsOf(body: string | Buffer): Generator<string | Buffer> {
  for (let from = 0; from < body.length; ) {
    let to = from + LONGEST_PART
    // The two halves of a character stay together.
    if (typeof body === 'string' && /[\ud800-\udbff]/.test(body.charAt(to - 1))) to--
    yield typeof body === 'string' ? body.slice(from, to) : body.subarray(from, to)
    from = to
  }
}
