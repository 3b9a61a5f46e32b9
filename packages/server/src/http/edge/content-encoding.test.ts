import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compress, encodingFor } from './content-encoding.js'

describe('encodingFor', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, br;q=0.9', 'gzip'],
    ['gzip;q=0.8, br;q=0.9', 'br'],
    ['br;q=0, gzip;q=0', null],
    ['*', 'br'],
    ['*;q=0', null],
    ['gzip;q=0.1, *;q=0', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity', null],
    ['identity, gzip;q=0.5', null],
    ['identity;q=0.2, gzip;q=0.5', 'gzip'],
    ['identity;q=0', null],
    ['deflate, zstd', null],
    ['br;q=2, gzip;q=none', null],
    [' br ; q=0.5 ,, gzip ; q=0.4', 'br'],
  ])('takes what is accepted with the highest weight: %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })
})

describe('compress', () => {
  it.each(['br', 'gzip'] as const)('gives back a long text of any characters: %s', async (encoding) => {
    // Whatever the length of a part is, one of these has a character across its end.
    for (const start of ['', 'x']) {
      const text = start + '🗞“é'.repeat(150_000)
      const unpack = encoding === 'br' ? brotliDecompressSync : gunzipSync
      expect(unpack(await compress(text, encoding)).toString()).toBe(text)
      expect(unpack(await compress(Buffer.from(text), encoding)).toString()).toBe(text)
    }
  })

  it('gives back the same text, shorter', async () => {
    const text = '“We sail at noon,” said Mara Lindt. '.repeat(100)
    const [br, gzip] = [await compress(text, 'br'), await compress(text, 'gzip')]
    expect(brotliDecompressSync(br).toString()).toBe(text)
    expect(gunzipSync(gzip).toString()).toBe(text)
    expect(Math.max(br.length, gzip.length)).toBeLessThan(text.length / 5)
  })
})
