import { isUtf8 } from 'node:buffer'
import { type Declared, guessEncoding } from './guess-encoding.js'
import { SourceError } from './source-error.js'

const KINDS: readonly [prefix: string, kind: string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive or an office document'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!\x1a', 'a RAR archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['\xd0\xcf\x11\xe0', 'an office document'],
  ['II*\0', 'a TIFF image'],
  ['RIFF', 'a WebP image or a recording'],
  ['OggS', 'a recording'],
  ['ID3', 'a recording'],
  ['SQLite f', 'a database'],
  ['{\\rtf', 'an RTF document'],
]

export interface Decoded {
  text: string
  /** What a reader of the result should know: how the bytes were read that are not UTF-8. One line each. */
  warnings: string[]
}

/**
 * Decodes a file as browsers do. A byte order mark counts most. Bytes that are UTF-8 are read as such, whatever they
 * declare. Then the declared charset counts, and at last a guess. Bytes that the encoding does not have become U+FFFD.
 * Removes the byte order mark.
 *
 * @throws SourceError BINARY.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: Declared): Decoded {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = KINDS.find(([prefix]) => head.startsWith(prefix))?.[1]
  if (kind) throw new SourceError('BINARY', `looks like ${kind}: save its text as .txt, .md or .html`, name)
  const { encoding, reason } = guessEncoding(bytes, declared)
  if (!encoding.startsWith('utf-16')) refuseBinary(bytes, name)
  const { text, bad, firstBad } = decode(bytes, encoding)
  const warnings = reason === null ? [] : [reason]
  if (bad > 0) {
    const places =
      bad === 1 ? `a bad byte at offset ${firstBad}` : `${bad} bad bytes, the first at offset ${firstBad}`
    warnings.push(
      `has ${places}: read as ${encoding.toUpperCase()} with U+FFFD in ${bad === 1 ? 'its' : 'their'} place`,
    )
  }
  return { text, warnings }
}

/**
 * Decodes a file whose format allows UTF-8 alone.
 *
 * @throws SourceError BINARY, or INVALID_ENCODING with the offset of the first bad byte, counted from 0.
 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  refuseBinary(bytes, name)
  const { text, bad, firstBad } = decode(bytes, 'utf-8')
  if (bad === 0) return text
  throw new SourceError('INVALID_ENCODING', `is not UTF-8 from byte ${firstBad} on: save it as UTF-8`, name)
}

export const binaryContent = (what: string, name: string) =>
  new SourceError('BINARY', `looks binary (${what}): give text, Markdown or HTML saved as UTF-8`, name)

function refuseBinary(bytes: Uint8Array, name: string): void {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw binaryContent(`a zero byte at offset ${nul}`, name)
  if (!isUtf8(bytes) && hasManyControls(bytes)) throw binaryContent('many control bytes', name)
}

/** Whether more than a tenth of the first 4,096 bytes are control characters other than white space. */
function hasManyControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  return head.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length * 10 > head.length
}

function decode(bytes: Uint8Array, encoding: string): { text: string; bad: number; firstBad: number } {
  const text = new TextDecoder(encoding).decode(bytes)
  const marks = count(text, '\uFFFD')
  if (encoding === 'utf-8') {
    const bad = marks - count(Buffer.from(bytes).toString('latin1'), 'ï¿½')
    return { text, bad, firstBad: bad > 0 ? firstBadByte(bytes) : -1 }
  }
  // Code units of UTF-16 have two bytes. Of other encodings the offset is the least that it can be.
  return { text, bad: marks, firstBad: text.indexOf('\uFFFD') * (encoding.startsWith('utf-16') ? 2 : 1) }
}

const count = (text: string, part: string) => text.split(part).length - 1

/** The offset of the first byte that is decoded to a U+FFFD although the bytes do not have this character. */
function firstBadByte(bytes: Uint8Array): number {
  let offset = 0
  for (const char of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    const isMark = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (char === '\uFFFD' && !isMark) return offset
    offset += Buffer.byteLength(char)
  }
  return offset
}
