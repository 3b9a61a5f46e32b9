import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type ContentEncoding = 'br' | 'gzip'

const ENCODINGS: readonly ContentEncoding[] = ['br', 'gzip']

/** Least bytes of a body for which compression pays. */
export const LEAST_COMPRESSED = 1_024

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
 * Compresses a body in a thread of Node's pool, so that others are answered meanwhile. Higher levels take twice the time
 * for answers that are a tenth shorter.
 */
export const compress = (body: string | Buffer, encoding: ContentEncoding): Promise<Buffer> => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  if (encoding === 'gzip') return zip(bytes, { level: 4 })
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
