import { isUtf8 } from 'node:buffer'
import { SourceError } from './source-error.js'

const KINDS: readonly [prefix: string, kind: string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive or an office document'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\x1f\x8b', 'a gzip archive'],
  ['{\\rtf', 'an RTF document'],
]

/**
 * Decodes a file without guessing its encoding. Accepts UTF-8, UTF-16 with a byte order mark, and, for bytes that are not
 * UTF-8, the charset that the content declares. Removes the byte order mark.
 *
 * @param charset the charset that the content declares, if any.
 * @throws SourceError BINARY, or INVALID_ENCODING with the offset of the first bad byte, counted from 0.
 */
export function decodeText(bytes: Uint8Array, name: string, charset?: string | null): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = KINDS.find(([prefix]) => head.startsWith(prefix))?.[1]
  if (kind) throw new SourceError('BINARY', `looks like ${kind}: save its text as .txt, .md or .html`, name)
  if (head.startsWith('\xff\xfe')) return decode(bytes, 'utf-16le', name)
  if (head.startsWith('\xfe\xff')) return decode(bytes, 'utf-16be', name)
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw binary(`a zero byte at offset ${nul}`, name)
  if (isUtf8(bytes)) return decode(bytes, 'utf-8', name)
  if (looksBinary(bytes)) throw binary('many control bytes', name)
  const label = charset ? knownCharset(charset) : null
  if (label !== null && label !== 'utf-8') return decode(bytes, label, name)
  const bad = firstInvalidByte(bytes)
  throw new SourceError('INVALID_ENCODING', `is not UTF-8 from byte ${bad} on: save it as UTF-8`, name)
}

const binary = (what: string, name: string) =>
  new SourceError('BINARY', `looks binary (${what}): give text, Markdown or HTML saved as UTF-8`, name)

function decode(bytes: Uint8Array, label: string, name: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new SourceError('INVALID_ENCODING', `is not valid ${label.toUpperCase()}: save it as UTF-8`, name)
  }
}

function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** Whether more than a tenth of the first 4,096 bytes are control characters other than white space. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  return head.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length * 10 > head.length
}

/** The offset of the first byte that is decoded to a U+FFFD although the bytes do not have this character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let offset = 0
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (const char of decoder.decode(bytes)) {
    if (
      char === '\uFFFD' &&
      !(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)
    ) {
      return offset
    }
    offset += Buffer.byteLength(char)
  }
  return offset
}

/**
 * Turns every line end into LF. Everything else stays, also trailing spaces, tabs and form feeds, because the text is the
 * record, and offsets into the file must stay right.
 *
 * @throws SourceError BINARY for U+0000. INVALID_CHARACTER, with the offset in UTF-16 code units, for lone surrogates and
 * U+FFFF, which neither the database nor an answer in UTF-8 can hold.
 */
export function normaliseText(text: string, name: string): string {
  const bad = /[\0\p{Surrogate}\uFFFF]/u.exec(text)
  if (!bad) return text.replace(/\r\n?/g, '\n')
  if (bad[0] === '\0') throw binary(`U+0000 at character ${bad.index}`, name)
  const what = bad[0] === '\uFFFF' ? 'the noncharacter U+FFFF' : 'half a surrogate pair'
  throw new SourceError('INVALID_CHARACTER', `has ${what} at character ${bad.index}: remove it`, name)
}
